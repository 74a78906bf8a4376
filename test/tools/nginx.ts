import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitOf, freePort, pause } from './processes';

const SHIPPED = join(__dirname, '../../docker/nginx');
const PROGRAMS = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx'];
const UP_WITHIN_MS = 10_000;

/** Null where nginx is not installed and cannot be. */
export const nginxProgram = PROGRAMS.find((file) => existsSync(file)) ?? null;

/** The proxy that we ship, as it is shipped: only addresses, ports and folders are those of the test. */
export class Nginx {
  private constructor(
    readonly base: string,
    private readonly process: ChildProcess,
    private readonly folder: string,
  ) {}

  static async start(program: string, apis: readonly string[]): Promise<Nginx> {
    const folder = mkdtempSync(join(tmpdir(), 'hz-nginx-'));
    // Started by root, nginx works under another account, which must reach its cache.
    chmodSync(folder, 0o755);
    const port = await freePort();
    writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port, apis));
    const process = spawn(program, ['-p', folder, '-c', 'nginx.conf', '-g', 'daemon off;'], { stdio: 'ignore' });
    const nginx = new Nginx(`http://127.0.0.1:${port}`, process, folder);
    await nginx.isUp();
    return nginx;
  }

  async stop(): Promise<void> {
    this.process.kill('SIGQUIT');
    await exitOf(this.process);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async isUp(): Promise<void> {
    for (const until = Date.now() + UP_WITHIN_MS; Date.now() < until; await pause(100)) {
      const reply = await fetch(`${this.base}/health/live`).catch(() => null);
      if (reply?.ok) return;
    }
    throw new Error('nginx did not come up with the configuration in docker/nginx');
  }
}

function configuration(folder: string, port: number, apis: readonly string[]): string {
  const servers = apis.map((base) => `server ${new URL(base).host} max_fails=1 fail_timeout=2s;`);
  const shipped = (name: string) => readFileSync(join(SHIPPED, name), 'utf8');
  const upstream = shipped('upstream.conf').replace(
    / {2}server 127\.0\.0\.1:3001.*\n {2}server 127\.0\.0\.1:3002.*\n/,
    `  ${servers.join('\n  ')}\n`,
  );
  const used = (upstream + shipped('hengzheng.conf'))
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
    .replace('/tmp/hengzheng-papers', join(folder, 'papers'));
  if (used.includes(':3001') || used.includes('8080')) throw new Error('docker/nginx has another form');
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `  ${name}_temp_path ${join(folder, name)};\n`)
    .join('');
  return `worker_processes 1;\npid ${join(folder, 'pid')};\nerror_log ${join(folder, 'error.log')};\nevents { worker_connections 1024; }\nhttp {\n  access_log off;\n${places}${used}}\n`;
}
