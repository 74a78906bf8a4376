import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { NODE, ROOT } from './paths.mjs';
import { end, launch } from './processes.mjs';
import { CannotStart, say } from './say.mjs';

const READY_WITHIN_MS = 60_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

const entry = (name) => join(ROOT, 'dist', 'apps', name, 'src', 'main.js');

/** Runs one command of the worker program to its end. */
export async function runWorkerCommand(command, env, output = 'inherit') {
  const stdio = ['ignore', output, 'inherit'];
  const { exited } = launch(NODE, [entry('worker'), command], { cwd: ROOT, env, stdio });
  const code = await exited;
  if (code !== 0) throw new CannotStart(`「${command}」失败，见上方信息 / "${command}" failed; see the lines above`);
}

/** Keeps a server process running: one that dies is started again, with growing pauses while it dies at once. */
export function supervise(name, env) {
  let stopping = false;
  let current;
  const life = (async () => {
    for (let rest = FIRST_PAUSE_MS; !stopping;) {
      const startedAt = Date.now();
      current = launch(NODE, ['--enable-source-maps', entry(name)], { cwd: ROOT, env });
      const code = await current.exited;
      if (stopping) return;
      rest = Date.now() - startedAt > LONGEST_PAUSE_MS ? FIRST_PAUSE_MS : Math.min(rest * 2, LONGEST_PAUSE_MS);
      say(`${name} 已退出（${code}），即将重启 / ${name} ended (${code}); starting it again`);
      await pause(rest);
    }
  })();
  return {
    name,
    pid: () => current?.child.pid,
    stop: async () => {
      stopping = true;
      if (current) await end(current);
      await life;
    },
  };
}

export async function waitUntilReady(url) {
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await pause(150)) {
    const reply = await fetch(url).catch(() => null);
    if (reply?.ok) return;
  }
  throw new CannotStart(
    '服务未能在一分钟内就绪，见上方信息 / The server was not ready within a minute; see the lines above',
  );
}
