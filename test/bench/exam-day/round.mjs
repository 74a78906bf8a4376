import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signedInCandidates } from '../../tools/accounts.ts';
import { checkAnswers } from '../../tools/answer-check.ts';
import { ProcessWatch } from './processes.mjs';
import { together } from './samples.mjs';
import { scoredAfter } from './scored.mjs';
import { growth, storage } from './storage.mjs';

/** With time to think, candidates enter, and then start, spread over so long; without, all at once. */
const SPREAD_MS = 10_000;

/** One round: so many candidates, from the waiting room to the receipt, in a session of their own. */
export async function playRound({ system, staff, form, drivers: count }, { candidates, thinkMs }) {
  const sessionId = await staff.openSession({ ...form, title: `压测 ${candidates}`, capacity: candidates });
  const people = await signedInCandidates(system.databaseUrl, candidates, `bench-${candidates}-`);
  const folder = mkdtempSync(join(tmpdir(), 'hz-exam-day-journal-'));
  const drivers = Array.from({ length: count }, (_, n) => driver(n, join(folder, `${n}.jsonl`)));
  const seated = people.map(({ headers }, number) => ({ headers, number }));
  const common = { bases: system.bases, sessionId, thinkMs, spreadMs: thinkMs === 0 ? 0 : SPREAD_MS };
  await Promise.all(
    drivers.map((one, n) =>
      one.told({ ...common, file: one.file, candidates: seated.filter((_, m) => m % count === n) }),
    ),
  );

  const before = await storage(system.databaseUrl);
  const watch = new ProcessWatch([...system.processes, ...drivers.map(({ name, pid }) => ({ name, pid }))]);
  const from = performance.now();
  const reports = await Promise.all(drivers.map((one) => one.told('go')));
  const seconds = (performance.now() - from) / 1_000;
  const load = watch.end();
  const scoredSeconds = await scoredAfter(system.databaseUrl, sessionId, candidates);
  const files = drivers.map(({ file }) => file);
  return {
    candidates,
    thinkMs,
    seconds,
    steps: together(reports),
    faults: reports.flatMap(({ faults }) => faults),
    lagMs: Math.max(...reports.map(({ lagMs }) => lagMs)),
    ...load,
    growth: growth(before, await storage(system.databaseUrl)),
    scoredSeconds,
    answers: await checkAnswers(system.databaseUrl, files, { inOrder: true }),
    folder,
  };
}

/** A process of candidates. What it is told it answers once. */
function driver(n, file) {
  const child = fork(join(import.meta.dirname, 'driver.mjs'), { serialization: 'advanced' });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`a process of candidates ended (${code})`);
  });
  ended.catch(() => undefined);
  return {
    name: `driver ${n + 1}`,
    file,
    pid: () => child.pid,
    told: async (message) => {
      const answer = once(child, 'message');
      child.send(message);
      return (await Promise.race([answer, ended]))[0];
    },
  };
}
