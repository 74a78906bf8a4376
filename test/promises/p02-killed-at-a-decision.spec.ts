import type { LateAnswers } from '@hz/delivery/contract';
import { Candidate, someResponse } from '../tools/candidate';
import type { HttpClient } from '../tools/http-client';
import { Installation } from '../tools/installation';
import { brokenInvariants } from '../tools/invariants';
import { Staff } from '../tools/staff';

const IMPATIENT = { OUTBOX_PATIENCE_SECONDS: '1' };
const CRASHES = [
  'delivery.decide.before-commit',
  'delivery.decide.after-commit',
  'grading.score-again.before-commit',
  'grading.score-again.after-commit',
] as const;
const REASON = 'The line of the room was down.';

describe('P2: an answer that a person accepts counts once, whatever dies on the way', () => {
  let installation: Installation;
  let candidate: Candidate;
  let manager: HttpClient;

  beforeAll(async () => {
    installation = await Installation.create();
    await installation.startApi();
    candidate = await Candidate.signUp(installation.base, 'decided');
    manager = await new Staff(installation.base).as('manager');
  });
  afterAll(() => installation?.remove());

  const generations = () =>
    installation.query<{ generation: number }>(
      'SELECT DISTINCT generation FROM grading.score WHERE attempt_id = $1 ORDER BY generation',
      [candidate.attemptId],
    );

  it('F1: the node at the decision, the worker at the scoring that follows', async () => {
    await candidate.start();
    const [first, second] = candidate.items.filter(({ interaction }) => interaction.type === 'single-choice');
    await candidate.send(first!, someResponse(first!.interaction, 0));
    await candidate.submit();
    expect((await candidate.send(second!, someResponse(second!.interaction, 0))).body.code).toBe(
      'delivery.attempt-closed',
    );
    installation.startWorker('', IMPATIENT);
    await installation.until('SELECT count(*) = 1 FROM grading.scored_attempt WHERE attempt_id = $1', [
      candidate.attemptId,
    ]);
    await installation.kill('worker');

    const [{ session }] = (await installation.query<{ session: string }>(
      'SELECT session_id AS session FROM delivery.attempt WHERE id = $1',
      [candidate.attemptId],
    )) as [{ session: string }];
    const late = await manager.insist<LateAnswers>('GET', `/api/v1/sessions/${session}/late-answers`);
    const [answer] = late.body.rows.filter(({ attemptId }) => attemptId === candidate.attemptId);
    await installation.kill('api');
    let deciding: Promise<{ status: number }> | undefined;
    for (const point of CRASHES.slice(0, 2)) {
      await installation.startApi(`crash:${point}`);
      deciding ??= manager.insist(
        'POST',
        `/api/v1/late-answers/${answer!.id}/decision`,
        { accept: true, reason: REASON },
        120_000,
      );
      await installation.death('api');
    }
    await installation.startApi();
    expect((await deciding!).status).toBe(204);
    for (const table of ['answer_decision', 'response_log WHERE late AND']) {
      const where = table.includes('WHERE') ? table : `${table} WHERE`;
      const rows = await installation.query(`SELECT 1 FROM delivery.${where} attempt_id = $1`, [candidate.attemptId]);
      expect(rows).toHaveLength(1);
    }
    const audited = `SELECT 1 FROM audit.entry WHERE action = 'delivery.late-answer-accepted'`;
    expect(await installation.query(audited)).toHaveLength(1);

    for (const point of CRASHES.slice(2)) {
      installation.startWorker(`crash:${point}`, IMPATIENT);
      await installation.death('worker');
    }
    installation.startWorker('', IMPATIENT);
    await installation.until('SELECT count(*) = 0 FROM platform.delivery WHERE done_at IS NULL', [], 120_000);
    expect((await generations()).map(({ generation }) => generation)).toEqual([1, 2]);
    expect(await brokenInvariants(installation)).toEqual([]);
  });
});
