import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionView } from '@hz/registration/contract';
import { Staff } from '../tools/staff';
import { finish } from './finish';
import { readOptions, type Options } from './options';
import { Chance } from './random';
import { Tally } from './report';
import { playRound } from './round';
import { FAULTS, planOf } from './schedule';
import { World } from './world';

/** Plays the rounds and prints what came of them; `redisProgram` is null where there is no Redis. Resolves with the exit code: 1 when anything was lost or not exactly once. */
export async function main(args: string[], redisProgram: string | null): Promise<number> {
  const options = readOptionsOrNull(args);
  if (options === null) return 2;
  const { seed, sabotage } = options;
  console.log(`Seed ${seed}${sabotage === undefined ? '' : `, without ${sabotage}: this run must fail`}`);
  const world = await World.create(redisProgram, sabotage === undefined ? '' : `without:${sabotage}`);
  const tally = new Tally();
  const interrupted = () => void world.remove().then(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted);
  await playAll(world, options, tally).catch((error: unknown) => {
    tally.fault(error instanceof Error ? (error.stack ?? error.message) : String(error));
  });
  tally.print();
  if (!tally.isSound) keepEvidence(world, options, tally);
  await world.remove();
  if (tally.isSound) rmSync(world.folder, { recursive: true, force: true });
  return tally.isSound ? 0 : 1;
}

function readOptionsOrNull(args: string[]): Options | null {
  try {
    return readOptions(args);
  } catch (error) {
    console.error((error as Error).message);
    return null;
  }
}

async function playAll(world: World, options: Options, tally: Tally): Promise<void> {
  const { rounds, from, seed, candidates, finishEvery } = options;
  const staff = new Staff(world.installation.base);
  let sessionId: string | null = null;
  for (let round = from; round < from + rounds; round += 1) {
    sessionId ??= await newSession(staff, `第 ${round} 轮起`, candidates * finishEvery);
    const plan = planOf(seed, round, options);
    appendFileSync(
      join(world.folder, 'events.jsonl'),
      `${JSON.stringify({ at: new Date().toISOString(), ...plan })}\n`,
    );
    tally.begin(round, plan);
    tally.end(round, await playRound(world, plan, { sessionId, candidates }));
    // What is kept must show the fault and not what came after it.
    if (!tally.isSound) return;
    const isLast = round === from + rounds - 1;
    if (!isLast && (round + 1 - from) % finishEvery !== 0) continue;
    tally.finished(await finish(world, staff, sessionId, new Chance(seed, round, 'finish')));
    sessionId = null;
  }
}

/** Like the walk-in session of the demonstration, with its form. */
async function newSession(staff: Staff, title: string, capacity: number): Promise<string> {
  const manager = await staff.as('manager');
  const { body } = await manager.insist<{ rows: SessionView[] }>('GET', '/api/v1/sessions?status=open');
  const { schemeVersionId, formIds } = body.rows.at(-1)!;
  return staff.openSession({ title, schemeVersionId, formId: formIds![0]!, capacity });
}

/** Journals, logs and events are there already; the database joins them as it was left. */
function keepEvidence({ folder, cluster }: World, options: Options, { failedRound }: Tally): void {
  cpSync(join(cluster.folder, 'data'), join(folder, 'postgres'), { recursive: true });
  console.log(`Evidence (journals, logs, events, database): ${folder}`);
  const where = failedRound === null ? '' : ` --from ${failedRound} --rounds 1`;
  console.log(`Again: npm run chaos -- ${sameAs(options)}${where}`);
}

/** The options on which the schedule depends. */
function sameAs({ seed, quick, faults, sabotage }: Options): string {
  const words = ['--seed', seed];
  if (quick) words.push('--quick');
  if (faults.length < FAULTS.length) words.push('--faults', faults.join(','));
  if (sabotage !== undefined) words.push('--sabotage', sabotage);
  return words.join(' ');
}
