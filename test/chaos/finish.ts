import { brokenInvariants } from '../tools/invariants';
import { pause } from '../tools/processes';
import type { Staff } from '../tools/staff';
import type { Chance } from './random';
import type { World } from './world';

const WITHIN_MS = 180_000;
const KILLS = 3;
const KILL_WITHIN_MS = 4_000;

/** An event that nobody has taken up yet has no deliveries that could be undone. */
const NOTHING_LEFT_TO_DO = `
SELECT NOT EXISTS (SELECT FROM platform.outbox WHERE dispatched_at IS NULL)
   AND NOT EXISTS (SELECT FROM platform.delivery WHERE done_at IS NULL)`;

export interface Finished {
  readonly certificates: number;
  /** What does not hold. */
  readonly broken: string[];
}

/** From the last hand-in of a session to its certificates, while the worker is killed again and again. */
export async function finish(world: World, staff: Staff, sessionId: string, chance: Chance): Promise<Finished> {
  const { installation } = world;
  const killing = killWorker(world, chance);
  await installation.until(
    `SELECT count(*) = (SELECT count(*) FROM delivery.attempt WHERE session_id = $1) FROM grading.scored_attempt WHERE session_id = $1`,
    [sessionId],
    WITHIN_MS,
  );
  await staff.markAll(true);
  await staff.close(sessionId);
  await staff.release(sessionId, WITHIN_MS);
  await killing;
  await installation.until(NOTHING_LEFT_TO_DO, [], WITHIN_MS);
  const certificates = await certificatesOf(world, sessionId);
  return {
    certificates,
    broken: [
      ...(await brokenInvariants(installation)),
      ...(await notOneEach(world, sessionId)),
      ...auditFaults(world),
      // Somebody in each round answers everything right.
      ...(certificates === 0 ? ['nobody got a certificate'] : []),
    ],
  };
}

async function killWorker({ installation }: World, chance: Chance): Promise<void> {
  for (let n = 0; n < KILLS; n += 1) {
    await pause(chance.between(0, KILL_WITHIN_MS));
    await installation.kill('worker');
  }
}

/** One submission, one result, and one certificate for whoever passed. */
async function notOneEach({ installation }: World, sessionId: string): Promise<string[]> {
  const rows = await installation.query<{ id: string; what: string }>(
    `SELECT a.id::text, concat_ws(', ', a.status, r.results || ' results', r.passed || ' passed', c.certificates || ' certificates') AS what
       FROM delivery.attempt a
      CROSS JOIN LATERAL (SELECT count(*) AS results, count(*) FILTER (WHERE outcome = 'passed') AS passed
                            FROM grading.result WHERE attempt_id = a.id AND status IN ('provisional', 'final')) r
      CROSS JOIN LATERAL (SELECT count(*) AS certificates FROM certification.certificate WHERE person_id = a.person_id AND status = 'valid') c
      WHERE a.session_id = $1 AND (a.status <> 'submitted' OR r.results <> 1 OR c.certificates <> r.passed)`,
    [sessionId],
  );
  return rows.map(({ id, what }) => `attempt ${id}: ${what}`);
}

async function certificatesOf({ installation }: World, sessionId: string): Promise<number> {
  const [row] = await installation.query<{ count: number }>(
    `SELECT count(*)::int FROM certification.certificate c JOIN delivery.attempt a ON a.person_id = c.person_id
      WHERE a.session_id = $1 AND c.status = 'valid'`,
    [sessionId],
  );
  return row!.count;
}

function auditFaults({ installation }: World): string[] {
  try {
    installation.command('verify-audit');
    return [];
  } catch (error) {
    return [`the audit chain: ${(error as Error).message}`];
  }
}
