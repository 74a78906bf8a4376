import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Cluster } from './cluster';

/** What belongs to the running server and not to its data. */
const NOT_DATA = ['postmaster.pid', 'postmaster.opts'];
const EMPTIED = [
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
];

/**
 * Copies a server's data to `data` while it runs, by the low-level backup interface: the packaged binaries have no pg_basebackup. What is
 * started on the copy follows the server (`standby`) or replays an archive and then goes its own way (`recovery`).
 */
export async function baseBackup(server: Cluster, data: string, as: 'standby' | 'recovery'): Promise<void> {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  try {
    await client.query(`SELECT pg_backup_start('copy', fast => true)`);
    const copied = spawnSync('cp', ['-a', server.data, data], { encoding: 'utf8' });
    // A file of a running server may go away between being listed and being read; the log brings such a change.
    if (copied.status !== 0 && !/No such file/.test(copied.stderr)) throw new Error(copied.stderr);
    const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
    prepare(data, { backup_label: rows[0]!.labelfile, [`${as}.signal`]: '' });
  } finally {
    await client.end();
  }
}

function prepare(data: string, files: Readonly<Record<string, string>>): void {
  for (const name of NOT_DATA) rmSync(join(data, name), { force: true });
  for (const name of EMPTIED)
    for (const entry of readdirSync(join(data, name))) rmSync(join(data, name, entry), { recursive: true });
  const { uid, gid } = statSync(data);
  for (const name of ['archive_status', 'summaries']) {
    mkdirSync(join(data, 'pg_wal', name), { mode: 0o700 });
    chownSync(join(data, 'pg_wal', name), uid, gid);
  }
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(data, name), text, { mode: 0o600 });
    chownSync(join(data, name), uid, gid);
  }
}
