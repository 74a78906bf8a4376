import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const READY_WITHIN_MS = 180_000;

export interface Outcome {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

function environment(settings: Record<string, string>): NodeJS.ProcessEnv {
  const { DATABASE_URL: _database, REDIS_URL: _redis, NODE_ENV: _environment, ...rest } = process.env;
  return { ...rest, ...settings };
}

/** Runs `npm start`'s program to its end; for starts that are expected to fail. */
export function startAndFail(settings: Record<string, string>): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/start.mjs'], {
    cwd: ROOT,
    env: environment(settings),
    encoding: 'utf8',
    timeout: READY_WITHIN_MS,
  });
  return { code: status, output: stdout, errors: stderr };
}

/** A running `npm start`. */
export class Started {
  output = '';
  readonly startedAt = Date.now();
  private readonly child: ChildProcess;

  constructor(private readonly settings: Record<string, string>) {
    // A group of its own, as a terminal gives it, so that Ctrl-C can reach the whole of it.
    this.child = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: ROOT,
      env: environment(settings),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    }
  }

  get base(): string {
    return `http://127.0.0.1:${this.settings['PORT']!}`;
  }

  /** Resolves with the milliseconds that it took when the last line is out. */
  ready(): Promise<number> {
    return this.said('Ctrl-C');
  }

  /** Resolves with the milliseconds since the start when `text` has been printed. Throws when it ends before that. */
  async said(text: string): Promise<number> {
    for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until;) {
      if (this.output.includes(text)) return Date.now() - this.startedAt;
      if (this.child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`did not say ${text}:\n${this.output}`);
  }

  /** `terminal` presses Ctrl-C: every process of the group hears it. Otherwise the first process alone is told. */
  async end(how: 'terminal' | 'SIGTERM'): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.child.once('exit', resolve));
    if (how === 'terminal') process.kill(-this.child.pid!, 'SIGINT');
    else this.child.kill('SIGTERM');
    return ended;
  }
}

/** Every process whose environment or command line names `folder`, as `pid command`. */
export function processesOf(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      const read = (file: string) => {
        const path = `/proc/${pid}/${file}`;
        try {
          return existsSync(path) ? readFileSync(path, 'utf8') : '';
        } catch {
          return '';
        }
      };
      const command = read('cmdline').replaceAll('\0', ' ');
      const isOurs = command.includes(folder) || read('environ').includes(folder);
      return isOurs ? [`${pid} ${command}`] : [];
    });
}
