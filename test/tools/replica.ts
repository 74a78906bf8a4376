import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { baseBackup } from './base-backup';
import { Cluster } from './cluster';

const SLOT = 'replica';
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
    } finally {
      await client.end();
    }
    await baseBackup(primary, data, 'standby');
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
