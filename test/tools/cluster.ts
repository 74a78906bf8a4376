import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, pause } from './processes';

const BACK_WITHIN_MS = 30_000;

/** A PostgreSQL of one test's own, with durable settings, which can be killed and started again on the same data and address. */
export class Cluster {
  private process: ChildProcess | undefined;
  private pid = 0;

  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly settings: Record<string, string>,
  ) {}

  get url(): string {
    return this.urlOf('postgres');
  }

  /** In a folder of its own under `parent`. */
  static async start(parent = tmpdir()): Promise<Cluster> {
    return Cluster.over(mkdtempSync(join(parent, 'hz-cluster-')));
  }

  /** Over the data in `folder`/data, which are made if there are none; `settings` are PostgreSQL's. */
  static async over(folder: string, settings: Record<string, string> = {}): Promise<Cluster> {
    const cluster = new Cluster(folder, await freePort(), settings);
    await cluster.up();
    return cluster;
  }

  get data(): string {
    return join(this.folder, 'data');
  }

  /** The address of the database `name` on this server. */
  urlOf(name: string): string {
    return `postgres://postgres@127.0.0.1:${this.port}/${name}`;
  }

  /** The processes that a killed server leaves behind hold its memory for a moment, so that it may need more than one try. */
  async up(): Promise<void> {
    for (const until = Date.now() + BACK_WITHIN_MS; Date.now() < until; await pause(100)) {
      if (await this.launch()) return;
    }
    throw new Error('the database did not come back');
  }

  /** SIGKILL is a crash, SIGQUIT PostgreSQL's immediate shutdown; both leave the log to be replayed. Resolves when it is gone. */
  async down(signal: 'SIGKILL' | 'SIGQUIT'): Promise<void> {
    const gone = new Promise((resolve) => this.process!.once('exit', resolve));
    process.kill(this.pid, signal);
    await gone;
  }

  /** Whether the server runs; it ends by itself when it finds no room for its log. */
  get isUp(): boolean {
    return this.process !== undefined && this.process.exitCode === null && this.process.signalCode === null;
  }

  /** SIGSTOP or SIGCONT to the server and all its processes. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    for (const pid of [this.pid, ...childrenOf(this.pid)]) {
      try {
        process.kill(pid, signal);
      } catch {
        // It ended in between.
      }
    }
  }

  /** The server's own process, and after it all of its children. */
  get pids(): { readonly server: number; readonly children: readonly number[] } {
    return { server: this.pid, children: childrenOf(this.pid) };
  }

  async remove(): Promise<void> {
    if (this.isUp) await this.down('SIGQUIT');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private launch(): Promise<boolean> {
    const script = join(__dirname, 'cluster-process.mjs');
    const child = spawn(process.execPath, [script, this.data, String(this.port), JSON.stringify(this.settings)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.process = child;
    return new Promise((resolve) => {
      child.once('exit', () => resolve(false));
      child.stdout.once('data', (line: Buffer) => {
        this.pid = (JSON.parse(line.toString()) as { pid: number }).pid;
        resolve(true);
      });
    });
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1]);
  } catch {
    return null;
  }
}
