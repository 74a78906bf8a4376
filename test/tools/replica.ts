import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { Cluster } from './cluster';

const SLOT = 'replica';
/** What belongs to the running primary and not to its data. */
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
const LOG = 'statements.log';

/** A streaming replica of a test's own PostgreSQL, which writes down every statement that it is asked. */
export class Replica {
  private constructor(private readonly server: Cluster) {}

  /** Copies the primary while it runs, by the low-level backup interface: the packaged binaries have no pg_basebackup. */
  static async of(primary: Cluster): Promise<Replica> {
    const folder = mkdtempSync(join(tmpdir(), 'hz-replica-'));
    const data = join(folder, 'data');
    const client = new Client({ connectionString: primary.url });
    await client.connect();
    try {
      await client.query('SELECT pg_create_physical_replication_slot($1, true)', [SLOT]);
      await client.query(`SELECT pg_backup_start('replica', fast => true)`);
      const copied = spawnSync('cp', ['-a', primary.data, data], { encoding: 'utf8' });
      if (copied.status !== 0) throw new Error(copied.stderr);
      const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
      prepare(data, rows[0]!.labelfile);
    } finally {
      await client.end();
    }
    const server = await Cluster.over(folder, {
      primary_conninfo: `host=127.0.0.1 port=${primary.port} user=postgres`,
      primary_slot_name: SLOT,
      wal_retrieve_retry_interval: '200ms',
      logging_collector: 'on',
      log_directory: '.',
      log_filename: LOG,
      log_statement: 'all',
    });
    return new Replica(server);
  }

  urlOf(database: string): string {
    return this.server.urlOf(database);
  }

  /** Stops the replay: the replica goes on to answer, with what it has. */
  pauseReplay(): Promise<void> {
    return this.tell('SELECT pg_wal_replay_pause()');
  }

  resumeReplay(): Promise<void> {
    return this.tell('SELECT pg_wal_replay_resume()');
  }

  kill(): Promise<void> {
    return this.server.down('SIGKILL');
  }

  bringBack(): Promise<void> {
    return this.server.up();
  }

  /** SIGSTOP or SIGCONT: connections stay open and nobody answers. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.server.signal(signal);
  }

  /** Every statement that was asked so far, one string each. */
  statements(): string[] {
    return readFileSync(join(this.server.data, LOG), 'utf8')
      .split(/^\d{4}-\d\d-\d\d [^\n]*?(?:LOG|DETAIL|ERROR|FATAL|STATEMENT):\s+/m)
      .flatMap((entry) => /^(?:statement|execute [^:]*): ([\s\S]*)/.exec(entry)?.[1] ?? []);
  }

  /** Makes it a primary of its own, which takes writes. */
  promote(): Promise<void> {
    return this.tell('SELECT pg_promote()');
  }

  remove(): Promise<void> {
    return this.server.remove();
  }

  private async tell(sql: string): Promise<void> {
    const client = new Client({ connectionString: this.urlOf('postgres') });
    await client.connect();
    await client.query(sql);
    await client.end();
  }
}

function prepare(data: string, label: string): void {
  for (const name of NOT_DATA) rmSync(join(data, name), { force: true });
  for (const name of EMPTIED)
    for (const entry of readdirSync(join(data, name))) rmSync(join(data, name, entry), { recursive: true });
  const { uid, gid } = statSync(data);
  for (const name of ['archive_status', 'summaries']) {
    mkdirSync(join(data, 'pg_wal', name), { mode: 0o700 });
    chownSync(join(data, 'pg_wal', name), uid, gid);
  }
  for (const [name, text] of [
    ['backup_label', label],
    ['standby.signal', ''],
  ] as const) {
    writeFileSync(join(data, name), text, { mode: 0o600 });
    chownSync(join(data, name), uid, gid);
  }
}
