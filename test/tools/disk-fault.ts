import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { exitOf } from './processes';

const ATTACHED_WITHIN_MS = 20_000;

/** What a disk does to whoever wants to be sure that something is written. */
export type Fault = { readonly delayMs: number } | { readonly error: 'EIO' };

/** Makes the system calls `fdatasync` and `fsync` of running processes slow or fail, by strace. */
export class DiskFault {
  private constructor(private readonly tracer: ChildProcess) {}

  /** Whether strace is here and may look into other processes. */
  static get isPossible(): boolean {
    const looked = spawnSync('strace', ['-qq', '-o', '/dev/null', '-p', String(process.pid)], { timeout: 500 });
    return looked.error?.message.includes('ETIMEDOUT') ?? false;
  }

  /**
   * Begins in these processes. A delay holds for processes that they begin later as well; an error does not: what recovers from it must be
   * able to write.
   */
  static async in(pids: readonly number[], fault: Fault): Promise<DiskFault> {
    const how = 'delayMs' in fault ? `delay_enter=${fault.delayMs * 1_000}` : `error=${fault.error}`;
    const calls = ['-e', 'trace=fdatasync,fsync', '-e', `inject=fdatasync,fsync:${how}`];
    const which = pids.flatMap((pid) => ['-p', String(pid)]);
    const children = 'delayMs' in fault ? ['-f'] : [];
    const tracer = spawn('strace', [...children, '-o', '/dev/null', ...calls, ...which], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await attached(tracer, pids.length);
    return new DiskFault(tracer);
  }

  /** The disk is well again. */
  async end(): Promise<void> {
    if (this.tracer.exitCode !== null || this.tracer.signalCode !== null) return;
    this.tracer.kill('SIGINT');
    await exitOf(this.tracer);
  }
}

/** Resolves when strace has hold of all of them but those that ended meanwhile. */
function attached(tracer: ChildProcess, count: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`strace: ${said}`)), ATTACHED_WITHIN_MS);
    tracer.stderr!.on('data', (text: Buffer) => {
      said += text.toString();
      if ((said.match(/^strace: .*(?:attached|No such process)/gm)?.length ?? 0) < count) return;
      clearTimeout(late);
      resolve();
    });
    tracer.once('exit', (code) => reject(new Error(`strace ended with ${code}: ${said}`)));
  });
}
