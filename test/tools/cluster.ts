import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, pause } from './processes';

const BACK_WITHIN_MS = 30_000;

/** A PostgreSQL of one test's own, with durable settings, which can be killed and started again on the same data and address. */
export class Cluster {
  private process: ChildProcess | undefined;
  private pid = 0;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  get url(): string {
    return `postgres://postgres@127.0.0.1:${this.port}/postgres`;
  }

  static async start(): Promise<Cluster> {
    const cluster = new Cluster(mkdtempSync(join(tmpdir(), 'hz-cluster-')), await freePort());
    await cluster.up();
    return cluster;
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

  async remove(): Promise<void> {
    if (this.process?.exitCode === null) await this.down('SIGQUIT');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private launch(): Promise<boolean> {
    const script = join(__dirname, 'cluster-process.mjs');
    const child = spawn(process.execPath, [script, join(this.folder, 'data'), String(this.port)], {
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
