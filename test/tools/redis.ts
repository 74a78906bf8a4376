import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitOf, freePort } from './processes';

/** A Redis of one test's own, without persistence: who kills it takes all its data. */
export class Redis {
  private process: ChildProcess | undefined;
  private readonly folder = mkdtempSync(join(tmpdir(), 'hz-redis-'));

  private constructor(
    private readonly program: string,
    private readonly port: number,
  ) {}

  static async start(program: string): Promise<Redis> {
    const redis = new Redis(program, await freePort());
    redis.up();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  up(): void {
    const settings = { port: String(this.port), bind: '127.0.0.1', save: '', appendonly: 'no', dir: this.folder };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
    this.process = spawn(this.program, args, { stdio: 'ignore' });
  }

  signal(signal: NodeJS.Signals): void {
    this.process?.kill(signal);
  }

  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await exitOf(this.process!);
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
