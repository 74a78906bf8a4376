import { join } from 'node:path';
import { signedInCandidates } from '../tools/accounts';
import { checkAnswers, type AnswerVerdict } from '../tools/answer-check';
import { AnswerJournal } from '../tools/answer-journal';
import { pause } from '../tools/processes';
import { rightAnswers } from '../tools/right-answers';
import { awakeMs } from './awake';
import { failuresOf, INJECTIONS, whyNot, type Scene } from './faults';
import type { FaultName, PlannedFault, RoundPlan } from './schedule';
import { Sitter, type Habits } from './sitter';
import type { World } from './world';

const BACK_WITHIN_MS = 60_000;
const LAST_SAVES_MS = 150;

export interface Struck {
  readonly name: FaultName;
  /** From the end of the cause until every candidate had an acknowledgement again; null where the fault could not be made here. */
  readonly backAfterMs: number | null;
  /** Tries of candidates that failed meanwhile. */
  readonly failures: number;
  readonly skipped: string | null;
}

export interface RoundResult {
  readonly struck: readonly Struck[];
  readonly answers: AnswerVerdict;
  /** What no candidate should ever see. */
  readonly oddities: readonly string[];
}

/** New candidates save while the planned faults happen, and hand in: one in the middle of it, one by the worker at the deadline. */
export async function playRound(
  world: World,
  plan: RoundPlan,
  { sessionId, candidates }: { sessionId: string; candidates: number },
): Promise<RoundResult> {
  const journal = new AnswerJournal(join(world.folder, `round-${plan.round}.jsonl`));
  const habits: Habits = { copies: 1, overtaking: false };
  const people = await signedInCandidates(world.installation.databaseUrl, candidates, `r${plan.round}c`);
  const sitters = people.map((person, n) => new Sitter(world.lines[n % 2]!.base, person, habits, journal));
  await Promise.all(sitters.map((sitter) => sitter.seat(sessionId)));
  const [early, idle, ...others] = sitters as [Sitter, Sitter, ...Sitter[]];

  const from = awakeMs();
  let isOver = false;
  const working = [
    early.work(() => awakeMs() - from > plan.handInAtMs).then(() => early.handIn()),
    ...[idle, ...others].map((sitter) => sitter.work(() => isOver)),
  ];
  const scene = { world, sitters: [idle, ...others], habits, clockStepMs: plan.clockStepMs };
  const striking = Promise.all(plan.faults.map((fault) => strike(scene, fault)));
  // A candidate who cannot go on ends the round.
  await Promise.race([striking, Promise.all(working).then(() => striking)]);
  const struck = await striking;
  await pause(LAST_SAVES_MS);
  isOver = true;
  await Promise.all(working);
  await handInAll(world, idle, others);
  await journal.close();
  const inOrder = plan.faults.every(({ name }) => name !== 'overtaking');
  return {
    struck,
    answers: await checkAnswers(world.installation.databaseUrl, [journal.file], { inOrder }),
    oddities: sitters.flatMap((sitter) => sitter.oddities),
  };
}

async function strike(scene: Scene, { name, atMs, forMs }: PlannedFault): Promise<Struck> {
  const skipped = whyNot(name, scene.world);
  if (skipped !== null) return { name, backAfterMs: null, failures: 0, skipped };
  await pause(atMs);
  const before = failuresOf(scene.sitters);
  await INJECTIONS[name](scene, forMs);
  const ended = awakeMs();
  while (!scene.sitters.every(({ lastAckAt }) => lastAckAt > ended)) {
    if (awakeMs() - ended > BACK_WITHIN_MS) throw new Error(`${name}: no acknowledgements for a minute afterwards`);
    await pause(5);
  }
  return {
    name,
    backAfterMs: Math.max(...scene.sitters.map(({ lastAckAt }) => lastAckAt)) - ended,
    failures: failuresOf(scene.sitters) - before,
    skipped,
  };
}

/** Half of them answer everything right first, so that certificates will be due. */
async function handInAll(world: World, idle: Sitter, others: readonly Sitter[]): Promise<void> {
  const { installation } = world;
  await installation.query(
    `UPDATE delivery.attempt SET deadline_at = clock_timestamp(), grace_ends_at = clock_timestamp() + interval '200 milliseconds' WHERE id = $1`,
    [idle.attemptId],
  );
  await Promise.all([
    idle.fetchReceipt(),
    ...others.map(async (sitter, n) => {
      if (n % 2 === 0) await sitter.answerAll(await rightAnswers(installation, sitter.attemptId));
      await sitter.handIn();
    }),
  ]);
}
