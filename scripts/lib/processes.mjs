import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const PATIENCE_MS = 15_000;

/** Every process of `launch` that has not ended yet. */
const alive = new Set();

/**
 * Starts a program in a process group of its own, so that Ctrl-C reaches this script alone and it can end everything in the right
 * order. `exited` resolves with the code, or with the signal's name.
 */
export function launch(command, args, options = {}) {
  const child = spawn(command, args, { detached: true, stdio: ['ignore', 'inherit', 'inherit'], ...options });
  const exited = new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('exit', (code, signal) => resolve(code ?? signal));
  });
  const launched = { child, exited };
  alive.add(launched);
  void exited.then(() => alive.delete(launched));
  return launched;
}

/** Ends what was launched and still runs: a build, a migration. */
export async function endStragglers() {
  await Promise.all([...alive].map((one) => end(one)));
}

/** Asks a process to end and kills it when it does not within fifteen seconds. */
export async function end({ child, exited }, signal = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  await exited;
  clearTimeout(timer);
}

/** Runs a program to its end; resolves with its exit code. */
export function run(command, args, options = {}) {
  return launch(command, args, { detached: false, ...options }).exited;
}

/** A port on loopback that is free right now. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Whether this port can be listened on. */
export async function isFree(port, host) {
  const server = createServer();
  const free = await new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, host, () => resolve(true));
  });
  if (free) await new Promise((resolve) => server.close(resolve));
  return free;
}
