import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { end, freePort, launch } from './processes.mjs';
import { findProgram } from './system-packages.mjs';

const READY_WITHIN_MS = 10_000;

/** The first Redis or Valkey server on PATH; null when there is none. */
export function findRedis() {
  return findProgram('redis-server', 'valkey-server');
}

/** Starts it on loopback without persistence: what counts is in PostgreSQL. Null when it does not come up. */
export async function startRedis(program, folder, port) {
  mkdirSync(folder, { recursive: true });
  const listen = port ?? (await freePort());
  const server = launch(
    program,
    [
      '--port',
      String(listen),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--maxmemory-policy',
      'noeviction',
      '--dir',
      folder,
    ],
    { stdio: 'ignore' },
  );
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await pause(50)) {
    if (await answers(listen)) {
      return {
        url: `redis://127.0.0.1:${listen}`,
        port: listen,
        pid: server.child.pid,
        exited: server.exited,
        stop: () => end(server),
        kill: () => server.child.kill('SIGKILL'),
      };
    }
  }
  await end(server);
  return null;
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const done = (is) => {
      socket.destroy();
      resolve(is);
    };
    socket.setTimeout(500, () => done(false));
    socket.on('error', () => done(false));
    socket.on('connect', () => socket.write('PING\r\n'));
    socket.on('data', (data) => done(String(data).startsWith('+PONG')));
  });
}
