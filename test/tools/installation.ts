import { spawn, spawnSync, type ChildProcess, type StdioOptions } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { exitOf, freePort, pause } from './processes';

const ROOT = join(__dirname, '../..');
const READY_WITHIN_MS = 90_000;

/** `api-2` is a second node of the API over the same database. */
export type ProcessName = 'api' | 'api-2' | 'worker';

export interface InstallationOptions {
  /** The PostgreSQL server; without it, that of the test run. */
  readonly server?: string;
  readonly redisUrl?: string | undefined;
  readonly settings?: Record<string, string>;
  /** Loads content and demonstration; on by default. */
  readonly seeded?: boolean;
  /** A folder that takes what each process prints; without it, only errors are shown. */
  readonly logs?: string;
}

/** A whole installation of real processes over a database of its own: the API and the worker can be killed and started at will. */
export class Installation {
  private readonly processes = new Map<ProcessName, ChildProcess>();
  private readonly begun = new Map<ProcessName, Record<string, string>>();

  private constructor(
    readonly port: number,
    readonly databaseUrl: string,
    private readonly server: string,
    private readonly dataDir: string,
    private readonly environment: Record<string, string>,
    private readonly logs: string | undefined,
  ) {}

  get base(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  static async create({
    server,
    redisUrl,
    settings = {},
    seeded = true,
    logs,
  }: InstallationOptions = {}): Promise<Installation> {
    const main = join(ROOT, 'dist/apps/api/src/main.js');
    if (!existsSync(main)) throw new Error('dist/ is missing: run the tests by `npm test`');
    const cluster = server ?? process.env['TEST_DATABASE_URL'];
    if (!cluster) throw new Error('TEST_DATABASE_URL is not set: run the tests by `npm test`');
    const databaseUrl = await newDatabase(cluster);
    const port = await freePort();
    const dataDir = mkdtempSync(join(tmpdir(), 'hz-installation-'));
    const environment = {
      ...(process.env as Record<string, string>),
      NODE_ENV: 'test',
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      HZ_MASTER_KEY: Buffer.alloc(32, 9).toString('base64'),
      REDIS_URL: redisUrl ?? '',
      QUEUE_BACKEND: redisUrl === undefined ? 'postgres' : 'redis',
      QUEUE_PREFIX: `t${randomUUID().slice(0, 8)}`,
      WEB_ROOT: join(ROOT, 'dist/web'),
      LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'fatal',
      ...settings,
    };
    const installation = new Installation(port, databaseUrl, cluster, dataDir, environment, logs);
    installation.command('migrate');
    if (seeded) for (const command of ['load-content', 'seed-demo']) installation.command(command);
    return installation;
  }

  /** Runs one command of the worker program. Throws with its output when it fails. */
  command(name: string): void {
    const { status, stderr, stdout } = spawnSync(process.execPath, [join(ROOT, 'dist/apps/worker/src/main.js'), name], {
      cwd: ROOT,
      env: this.environment,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${name}: ${status}\n${stdout}\n${stderr}`);
  }

  /** `switches` are crash points and sabotage, as in HZ_TEST_SWITCHES. */
  async startApi(switches = '', settings: Record<string, string> = {}): Promise<void> {
    this.spawn('api', { HZ_TEST_SWITCHES: switches, ...settings });
    await live(this.base);
  }

  /** A second node; returns its address. */
  async startSecondApi(settings: Record<string, string> = {}): Promise<string> {
    const port = await freePort();
    this.spawn('api-2', { PORT: String(port), ...settings });
    const base = `http://127.0.0.1:${port}`;
    await live(base);
    return base;
  }

  startWorker(switches = '', settings: Record<string, string> = {}): void {
    this.spawn('worker', { HZ_TEST_SWITCHES: switches, ...settings });
  }

  /** `kill -9`; resolves when the process is gone. */
  async kill(name: ProcessName): Promise<void> {
    const child = this.processes.get(name);
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await exitOf(child);
  }

  /** Sends a signal to a process, such as SIGSTOP; to one that is gone, nothing. */
  signal(name: ProcessName, signal: NodeJS.Signals): void {
    this.processes.get(name)?.kill(signal);
  }

  /** Starts every process again that was begun and has ended, with the settings that it had. Gives their names. */
  startEnded(): ProcessName[] {
    const ended = [...this.begun.keys()].filter((name) => {
      const { exitCode, signalCode } = this.processes.get(name)!;
      return exitCode !== null || signalCode !== null;
    });
    for (const name of ended) this.spawn(name, this.begun.get(name)!);
    return ended;
  }

  /** Waits until a process died by itself, as at a crash point. */
  async death(name: ProcessName, withinMs = 120_000): Promise<void> {
    const child = this.processes.get(name)!;
    const died = await Promise.race([exitOf(child).then(() => true), pause(withinMs).then(() => false)]);
    if (!died) throw new Error(`the ${name} process did not die within ${withinMs} ms`);
  }

  async query<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = new Client({ connectionString: this.databaseUrl });
    await client.connect();
    try {
      return (await client.query(sql, values)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  /** Asks again and again until `sql` gives a row whose first column is true. */
  async until(sql: string, values: unknown[] = [], withinMs = 60_000): Promise<void> {
    for (const end = Date.now() + withinMs; Date.now() < end; await pause(100)) {
      const [row] = await this.query<Record<string, unknown>>(sql, values).catch(() => []);
      if (row !== undefined && Object.values(row)[0] === true) return;
    }
    throw new Error(`not true within ${withinMs} ms: ${sql}`);
  }

  async remove(): Promise<void> {
    await Promise.all([...this.processes.keys()].map((name) => this.kill(name)));
    const client = new Client({ connectionString: this.server });
    await client.connect();
    await client.query(`DROP DATABASE IF EXISTS ${new URL(this.databaseUrl).pathname.slice(1)} WITH (FORCE)`);
    await client.end();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private spawn(name: ProcessName, settings: Record<string, string>): void {
    const program = name === 'worker' ? 'worker' : 'api';
    this.begun.set(name, settings);
    const child = spawn(process.execPath, [join(ROOT, `dist/apps/${program}/src/main.js`)], {
      cwd: ROOT,
      env: { ...this.environment, ...settings },
      stdio: this.outputsOf(name),
    });
    this.processes.set(name, child);
  }

  private outputsOf(name: ProcessName): StdioOptions {
    if (this.logs === undefined) return ['ignore', process.env['TEST_LOG_LEVEL'] ? 'inherit' : 'ignore', 'inherit'];
    const log = openSync(join(this.logs, `${name}.log`), 'a');
    return ['ignore', log, log];
  }
}

async function live(base: string): Promise<void> {
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await pause(50)) {
    const reply = await fetch(`${base}/health/live`).catch(() => null);
    if (reply?.ok) return;
  }
  throw new Error('the API did not come up');
}

async function newDatabase(server: string): Promise<string> {
  const name = `hz_test_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}
