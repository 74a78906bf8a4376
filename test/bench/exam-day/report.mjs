import { cpus } from 'node:os';
import { figuresOf } from './samples.mjs';

const ORDER = ['register', 'enter', 'paper', 'start', 'save', 'heartbeat', 'flag', 'hand-in', 'receipt'];
const MB = 1_048_576;
const START = { candidates: 2_000, p99: 1_000 };
const SAVE = { perSecond: 1_000, p99: 300 };
/** Minutes that the form's sixty items have in a real exam. */
const EXAM_SECONDS_PER_ITEM = 90;

const EXAMPLES = 5;

const say = (line) => process.stdout.write(`${line}\n`);
const cell = (value, width, digits = 0) => value.toFixed(digits).padStart(width);

export function printRound(round) {
  const { candidates, thinkMs, seconds, processes, othersSeconds, lagMs, growth, scoredSeconds, answers, faults } =
    round;
  say(`\n== ${candidates.toLocaleString('en')} candidates, ${paceOf(thinkMs)}; ${seconds.toFixed(0)} s`);
  const figures = printSteps(round.steps);
  say('\nprocess        cpu s   cores    MB at end    MB at most');
  for (const { name, cpuSeconds, memoryMb, peakMb } of processes)
    say(
      `${name.padEnd(10)} ${cell(cpuSeconds, 9, 1)} ${cell(cpuSeconds / seconds, 7, 2)} ${cell(memoryMb, 12)} ${cell(peakMb, 13)}`,
    );
  const others = othersSeconds / seconds;
  say(`Everything else on this machine took ${others.toFixed(2)} of its ${cpus().length} cores.`);
  say(`The candidates' event loop was late by up to ${lagMs.toFixed(0)} ms (p99): part of the times above is theirs.`);
  const tables = growth.tables.map(({ name, bytes }) => `${name} ${(bytes / MB).toFixed(1)}`).join(', ');
  say(`Written: ${(growth.wal / MB).toFixed(1)} MB of log; tables grew by (MB): ${tables}`);
  say(
    scoredSeconds === null
      ? 'Scoring did NOT end within five minutes.'
      : `Last score ${scoredSeconds.toFixed(1)} s after the last receipt.`,
  );
  say(
    `Answers: ${answers.acknowledged.toLocaleString('en')} acknowledged, ${answers.lost.length} lost, ${answers.doubled.length} doubled, ${answers.outOfOrder.length} out of order; ${answers.attempts} attempts.`,
  );
  for (const line of examples([...answers.lost, ...answers.doubled, ...answers.outOfOrder, ...faults]))
    say(`  ! ${line}`);
  const mean = (meanOf(figures) / 1_000).toFixed(3);
  say(
    `Mean of all calls: ${mean} s. Published elsewhere: Artemis, 100 simulated students without pauses, one machine of 4 cores and 3.8 GB: 0.65 s.`,
  );
  printAims(candidates, thinkMs, figures, answers);
}

function paceOf(thinkMs) {
  if (thinkMs === 0) return 'no pause between answers, all at the same moment';
  const seconds = thinkMs / 1_000;
  return `one answer each ${seconds} s on average (an exam of 90 minutes, ${(EXAM_SECONDS_PER_ITEM / seconds).toFixed(0)} times as fast), starts within 10 s`;
}

function printSteps(steps) {
  say('step           count   mean ms    p50 ms    p95 ms    p99 ms    max ms     per s  best second    errors');
  const figures = {};
  for (const step of ORDER.filter((name) => steps[name] !== undefined)) {
    const of = (figures[step] = figuresOf(steps[step]));
    const times = [of.mean, of.p50, of.p95, of.p99, of.max].map((ms) => cell(ms, 9, 1)).join(' ');
    say(
      `${step.padEnd(12)} ${cell(of.count, 7)} ${times} ${cell(of.perSecond, 9)} ${cell(of.busiest, 12)} ${cell(of.errors, 9)}`,
    );
    const { failures, refusals } = steps[step];
    for (const [why, times_] of Object.entries({ ...failures, ...refusals })) say(`  ${times_} × ${why}`);
  }
  return figures;
}

function meanOf(figures) {
  const all = Object.values(figures);
  return all.reduce((sum, { count, mean }) => sum + count * mean, 0) / all.reduce((sum, { count }) => sum + count, 0);
}

function printAims(candidates, thinkMs, { start, save, ...rest }, answers) {
  const errors = Object.values({ start, save, ...rest }).reduce((sum, { errors: n }) => sum + n, 0);
  const verdict = (is) => (is ? 'met' : 'NOT met');
  const aims = [
    [`${errors} errors, ${answers.lost.length} lost (aim: 0, 0)`, errors === 0 && answers.lost.length === 0],
  ];
  if (thinkMs > 0 && candidates >= START.candidates)
    aims.push([
      `start of ${candidates} within 10 s: p99 ${start.p99.toFixed(0)} ms (aim: below ${START.p99})`,
      start.p99 < START.p99,
    ]);
  if (thinkMs > 0 && save.busiest >= SAVE.perSecond)
    aims.push([
      `saves, ${save.perSecond.toFixed(0)} per s, ${save.busiest} at the busiest: p99 ${save.p99.toFixed(0)} ms (aim: below ${SAVE.p99} at ${SAVE.perSecond} per s)`,
      save.p99 < SAVE.p99,
    ]);
  for (const [text, isMet] of aims) say(`Aim ${verdict(isMet)}: ${text}`);
}

/** The first few, and how many more there are. */
function examples(list) {
  const more = list.length > EXAMPLES ? [`… and ${list.length - EXAMPLES} more`] : [];
  return [...list.slice(0, EXAMPLES), ...more];
}

/** Whether anything was lost, doubled, out of order, or not done at all. */
export function isSound({ answers, faults, candidates, scoredSeconds }) {
  const { lost, doubled, outOfOrder, attempts } = answers;
  const isWhole = attempts === candidates && faults.length === 0 && scoredSeconds !== null;
  return isWhole && [lost, doubled, outOfOrder].every((list) => list.length === 0);
}
