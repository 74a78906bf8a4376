import type { VerificationAnswer as Verification } from '@hz/verification/contract';
import { Candidate, someResponse } from '../tools/candidate';
import { HttpClient } from '../tools/http-client';
import { Installation } from '../tools/installation';
import { brokenInvariants } from '../tools/invariants';
import { Ledger } from '../tools/ledger';
import { pause } from '../tools/processes';
import { rightAnswers } from '../tools/right-answers';
import { Staff } from '../tools/staff';

/** Work that a dead worker had taken is handed over again after a second instead of a minute. */
const IMPATIENT = { OUTBOX_PATIENCE_SECONDS: '1' };
const CERTIFICATION_POINTS = [
  'certification.issue.after-number',
  'certification.issue.after-signing',
  'certification.publish.before-commit',
  'certification.issue.after-publish',
  'certification.issue.after-inclusion',
  'certification.issue.after-proof',
  'certification.issue.after-print',
  'certification.issue.before-commit',
  'certification.issue.after-commit',
];

async function sit(installation: Installation, name: string, ledger: Ledger, well: boolean): Promise<Candidate> {
  const candidate = await Candidate.signUp(installation.base, name);
  await candidate.start();
  const right = await rightAnswers(installation, candidate.attemptId);
  for (const item of candidate.items) {
    await candidate.save(ledger, item, well ? right.get(item.ref)! : someResponse(item.interaction, 3));
  }
  return candidate;
}

const sessionOf = async (installation: Installation, candidate: Candidate) =>
  (
    await installation.query<{ id: string }>('SELECT session_id AS id FROM delivery.attempt WHERE id = $1', [
      candidate.attemptId,
    ])
  )[0]!.id;

describe('P2: exactly one submission, result and certificate, whatever dies in between', () => {
  let installation: Installation;

  beforeAll(async () => {
    installation = await Installation.create();
    await installation.startApi();
  });
  afterAll(() => installation.remove());

  it('F2–F6: from hand-in to a certificate that a stranger can check, dying at every step on the way', async () => {
    const ledger = new Ledger();
    const good = await sit(installation, 'good', ledger, true);
    const poor = await sit(installation, 'poor', ledger, false);
    const staff = new Staff(installation.base);
    const sessionId = await sessionOf(installation, good);

    for (const [candidate, point] of [
      [good, 'delivery.submit.before-commit'],
      [poor, 'delivery.submit.after-commit'],
    ] as const) {
      await installation.kill('api');
      await installation.startApi(`crash:${point}`);
      const submitting = candidate.submit();
      await installation.death('api');
      await installation.startApi();
      expect((await submitting).responses).toHaveLength(candidate.items.length);
      expect((await candidate.submit()).hash).toBe((await submitting).hash);
    }

    for (const point of ['grading.score.before-commit', 'grading.score.after-commit']) {
      installation.startWorker(`crash:${point}`, IMPATIENT);
      await installation.death('worker', 180_000);
    }
    installation.startWorker('', IMPATIENT);
    await installation.until('SELECT count(*) = 2 FROM grading.scored_attempt', [], 120_000);
    expect(await staff.markAll(true)).toBeGreaterThanOrEqual(2);
    await staff.close(sessionId);
    await installation.until(`SELECT count(*) = 2 FROM grading.result`, [], 120_000);
    // From here on only the worker that is told where to die issues certificates.
    await installation.kill('worker');
    await installation.kill('api');
    await installation.startApi('crash:grading.release.before-commit');
    const releasing = staff.release(sessionId, 120_000);
    await installation.death('api');
    await installation.startApi('crash:grading.release.after-commit');
    await installation.death('api');
    await installation.startApi();
    await releasing;
    await staff.release(sessionId);
    for (const point of CERTIFICATION_POINTS) {
      await installation.kill('worker');
      installation.startWorker(`crash:${point}`, IMPATIENT);
      await installation.death('worker', 180_000);
    }
    installation.startWorker('', IMPATIENT);
    await installation.until(`SELECT count(*) = 1 FROM certification.certificate WHERE status = 'valid'`, [], 120_000);
    await installation.until('SELECT count(*) = 0 FROM platform.delivery WHERE done_at IS NULL', [], 120_000);
    expect(await brokenInvariants(installation)).toEqual([]);
    expect(await ledger.lost(installation)).toEqual([]);
    expect(await installation.query('SELECT status FROM certification.certificate')).toHaveLength(1);
    await expectVerifiable(installation, good, staff);
  });
});

/** I5, P7: the holder has it, a stranger can check it by name, a wrong name looks like an unknown number, and revoking shows. */
async function expectVerifiable(installation: Installation, holder: Candidate, staff: Staff): Promise<void> {
  const mine = await holder.client.insist<{ rows: { number: string }[] }>('GET', '/api/v1/me/certificates');
  const { number } = mine.body.rows[0]!;
  const stranger = new HttpClient(installation.base);
  const ask = async (question: object) =>
    (await stranger.insist<Verification>('POST', '/api/v1/verifications', question)).body;
  expect((await ask({ number, name: '考生good' })).verdict).toBe('valid');
  const wrongName = await ask({ number, name: '别人' });
  const unknown = await ask({ number: 'HZ-2020-134-999999-0', name: '考生good' });
  expect({ ...wrongName, checkedAt: 0 }).toEqual({ ...unknown, checkedAt: 0 });
  const admin = await staff.as('admin');
  const revoked = await admin.insist('POST', `/api/v1/admin/certificates/${number}/revocation`, { reason: '身份不符' });
  expect(revoked.status).toBeLessThan(300);
  await pause(200);
  expect(await ask({ number, name: '考生good' })).toMatchObject({ verdict: 'not-valid', reason: 'revoked' });
}
