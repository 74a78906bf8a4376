// A process of virtual candidates, told by its parent whom to play: so that what they cost can be told from what the system costs.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { AnswerJournal } from '../../tools/answer-journal.ts';
import { Candidate } from './candidate.mjs';
import { Samples } from './samples.mjs';

/** So many register at a time; registration is not what an exam day measures. */
const REGISTERING = 8;
const MS_PER_NS = 1e-6;

// Whoever told it is gone, or has heard the end.
process.once('disconnect', () => process.exit());

process.once('message', async ({ candidates, file, spreadMs, ...round }) => {
  const samples = new Samples();
  const journal = new AnswerJournal(file);
  const all = candidates.map((one) => new Candidate({ ...one, ...round }, samples, journal));
  const faults = [];
  const each = (work) => all.map((candidate) => work(candidate).catch((error) => faults.push(error.message)));

  const left = [...all];
  const registering = async () => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) await next.register();
  };
  await Promise.all(Array.from({ length: REGISTERING }, registering));

  process.send('registered');
  await new Promise((resolve) => process.once('message', resolve));
  const lag = monitorEventLoopDelay({ resolution: 10 });
  lag.enable();
  await Promise.all(each(afterUpTo(spreadMs, (candidate) => candidate.enter())));
  await Promise.all(each(afterUpTo(spreadMs, (candidate) => candidate.sit())));
  lag.disable();
  await journal.close();
  process.send({ steps: samples.steps, faults, lagMs: lag.percentile(99) * MS_PER_NS }, () => process.disconnect());
});

function afterUpTo(spreadMs, work) {
  return async (candidate) => {
    await pause(Math.random() * spreadMs);
    await work(candidate);
  };
}
