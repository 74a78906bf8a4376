import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@hz/platform';
import { parse } from 'yaml';
import { nginxProgram } from '../tools/nginx';

const DOCKER = join(__dirname, '../../docker');
const read = (...path: string[]) => readFileSync(join(DOCKER, ...path), 'utf8');

interface Service {
  image?: string;
  build?: { context: string; dockerfile: string };
  environment?: Record<string, string>;
  volumes?: string[];
  depends_on?: string[] | Record<string, unknown>;
  command?: string[];
}
interface Compose {
  services: Record<string, Service>;
  volumes?: Record<string, unknown>;
}

const compose = (...files: string[]): Compose => {
  const merged: Compose = { services: {}, volumes: {} };
  for (const file of files) {
    const { services, volumes } = parse(read(file), { merge: true }) as Compose;
    Object.assign(merged.volumes!, volumes);
    for (const [name, service] of Object.entries(services)) {
      const before = merged.services[name] ?? {};
      merged.services[name] = {
        ...before,
        ...service,
        environment: { ...before.environment, ...service.environment },
        volumes: [...(before.volumes ?? []), ...(service.volumes ?? [])],
      };
    }
  }
  return merged;
};
/** Variables in `${NAME}`, `${NAME:-default}` and `${NAME:?}`. */
const variablesOf = (text: string) => [...text.matchAll(/\$\{([A-Z0-9_]+)/g)].map(([, name]) => name!);
const example = Object.fromEntries(
  [...readFileSync(join(DOCKER, '../.env.example'), 'utf8').matchAll(/^([A-Z0-9_]+)=(.*)$/gm)].map(
    ([, name, value]) => [name!, value!.replaceAll('"', '')],
  ),
);
const FILLED: Record<string, string> = {
  ...example,
  HZ_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
  POSTGRES_PASSWORD: 'a-password',
  REPLICATION_PASSWORD: 'another',
};
const filled = (text: string) =>
  text.replaceAll(/\$\{([A-Z0-9_]+)(?::[-?][^}]*)?\}/g, (_, name: string) => FILLED[name] ?? '');

describe.each([
  ['the compose file', ['compose.yaml']],
  ['the compose file of several processes', ['compose.yaml', 'compose.scale.yaml']],
])('%s', (_, files) => {
  const { services, volumes } = compose(...files);
  const own = Object.entries(services).filter(([, { image }]) => image === 'hengzheng');

  it('names files, volumes and services that are there', () => {
    for (const [name, service] of Object.entries(services)) {
      for (const volume of service.volumes ?? []) {
        const [from] = volume.split(':') as [string];
        const isThere = from.startsWith('./') ? existsSync(join(DOCKER, from)) : from in volumes!;
        expect([name, volume, isThere]).toEqual([name, volume, true]);
      }
      const needed = service.depends_on ?? [];
      for (const other of Array.isArray(needed) ? needed : Object.keys(needed)) expect(services).toHaveProperty(other);
      if (service.build) expect(existsSync(join(DOCKER, service.build.context, service.build.dockerfile))).toBe(true);
    }
  });

  it('asks for variables that the example of settings explains', () => {
    const asked = files.flatMap((file) => variablesOf(read(file)));
    expect(Object.keys(example)).toEqual(expect.arrayContaining([...new Set(asked)]));
  });

  it('gives our processes settings that they know and take, with addresses of its own services', () => {
    const source = readFileSync(join(DOCKER, '../libs/platform/src/config/config.ts'), 'utf8');
    const known = [...source.matchAll(/^ {4}([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name!);
    expect(own.map(([name]) => name).sort()).toEqual(['api', 'migrate', 'worker']);
    for (const [, { environment }] of own) {
      expect(known).toEqual(expect.arrayContaining(Object.keys(environment!)));
      const env = Object.fromEntries(Object.entries(environment!).map(([name, value]) => [name, filled(value)]));
      const config = readConfig(env);
      expect(config.environment).toBe('production');
      const addresses = [env['DATABASE_URL'], env['DATABASE_REPLICA_URL'], env['REDIS_URL']].filter(Boolean);
      for (const address of addresses) expect(services).toHaveProperty(new URL(address!).hostname);
    }
  });
});

describe('the containers', () => {
  it('copy into the image only what is there', () => {
    const copied = [...read('Dockerfile').matchAll(/^COPY (?:--from=(\S+) )?(.+) \S+$/gm)];
    const fromHere = copied.filter(([, from]) => from === undefined).flatMap(([, , files]) => files!.split(' '));
    for (const file of fromHere) expect([file, existsSync(join(DOCKER, '..', file))]).toEqual([file, true]);
  });

  it('reach each other on the ports on which they listen', () => {
    const port = /ENV .*\bPORT=(\d+)/.exec(read('Dockerfile'))![1];
    expect(read('Dockerfile')).toContain(`EXPOSE ${port}`);
    expect(read('nginx', 'upstream.compose.conf')).toContain(`server api:${port} `);
    expect(read('Caddyfile')).toContain(`{$UPSTREAM:api:${port}}`);
    const listens = /listen (\d+);/.exec(read('nginx', 'hengzheng.conf'))![1];
    const { services } = compose('compose.scale.yaml');
    expect(services['proxy']!.environment!['UPSTREAM']).toBe(`nginx:${listens}`);
    expect(services['replica']!.environment!['PRIMARY']).toBe('postgres');
  });

  it('have scripts that the shell can read, and one slot and account for the replica', () => {
    for (const script of readdirSync(join(DOCKER, 'postgres')))
      execFileSync('bash', ['-n', join(DOCKER, 'postgres', script)]);
    expect(read('postgres', 'replication.sh')).toContain("pg_create_physical_replication_slot('replica'");
    expect(read('postgres', 'replica.sh')).toContain('--slot=replica');
    for (const script of ['replication.sh', 'replica.sh']) expect(read('postgres', script)).toContain('replicator');
  });

  // Where nginx is missing and cannot be installed, the set-up says so, and the test counts as skipped.
  (nginxProgram === null ? it.skip : it)('have a configuration that nginx takes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hz-nginx-check-'));
    const used = ['upstream.compose.conf', 'behind-caddy.conf', 'hengzheng.conf'].map((name) => read('nginx', name));
    // The name is one of the containers' network.
    const text = used.join('\n').replace('server api:3000', 'server 127.0.0.1:3000').replace('/tmp/hengzheng', folder);
    writeFileSync(
      join(folder, 'nginx.conf'),
      `pid ${folder}/pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp {\n${text}\n}\n`,
    );
    const { status, stderr } = spawnSync(nginxProgram!, ['-t', '-p', folder, '-c', join(folder, 'nginx.conf')], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, expect.stringContaining('test is successful')]);
  });
});
