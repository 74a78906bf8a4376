import type { StartedAttempt } from '@hz/delivery/contract';
import type { SessionView } from '@hz/registration/contract';
import { Candidate } from '../tools/candidate';
import { Installation } from '../tools/installation';
import { brokenInvariants } from '../tools/invariants';
import { Staff } from '../tools/staff';

const IMPATIENT = { OUTBOX_PATIENCE_SECONDS: '1' };
const PAGE = { pledge: true, pageId: '6f9d3c1e-1f52-4b67-8a3e-5a0c9d1b7e42' };
const OTHER_PAGE = { pageId: '0d8f4a77-9c1b-4a3e-b6f0-2f7c8e5d6a13' };
const RELAY_POINTS = ['platform.relay.after-fan-out', 'platform.relay.before-enqueue', 'platform.relay.after-enqueue'];

describe('P2: exactly one registration, attempt, start and lease, whatever dies on the way in', () => {
  let installation: Installation;
  let candidate: Candidate;

  beforeAll(async () => {
    installation = await Installation.create();
    await installation.startApi();
    candidate = await Candidate.signUp(installation.base, 'killed');
  });
  afterAll(() => installation?.remove());

  let last: { step: string; answer: Promise<unknown> } | undefined;
  /**
   * The node dies before and after the commit of what `deed` asks for, and the deed is repeated until it is answered: by the node that
   * the next step starts, since each start takes seconds.
   */
  async function dyingAt<T>(step: string, deed: () => Promise<T>): Promise<{ readonly answer: Promise<T> }> {
    if (last?.step === step) await answered();
    let answer: Promise<T> | undefined;
    for (const moment of ['before-commit', 'after-commit']) {
      await installation.startApi(`crash:${step}.${moment}`);
      await last?.answer;
      answer ??= deed();
      await installation.death('api');
    }
    last = { step, answer: answer! };
    return { answer: answer! };
  }

  async function answered(): Promise<void> {
    await installation.startApi();
    await last?.answer;
    last = undefined;
    await installation.kill('api');
  }

  const post = <T>(path: string, body: object) =>
    candidate.client.insist<T>('POST', `/api/v1${path}`, body, 120_000).then(({ body: reply }) => reply);
  const audited = (action: string) =>
    installation.query('SELECT 1 FROM audit.entry WHERE action = $1 AND actor LIKE $2', [action, 'account:%']);

  it('F1: registering, entering, starting, taking over and going on to the next section', async () => {
    const staff = new Staff(installation.base);
    const manager = await staff.as('manager');
    const { rows } = (await manager.insist<{ rows: SessionView[] }>('GET', '/api/v1/sessions?status=open')).body;
    const { schemeVersionId, formIds } = rows.find(({ opensAt }) => opensAt < Date.now())!;
    const sections = [{ id: 's1', navigation: 'one-way' as const, time: 'shared' as const }];
    const plan = { title: '途中断电', schemeVersionId, formId: formIds![0]!, capacity: 5, sections };
    const sessionId = await staff.openSession(plan);
    await installation.kill('api');

    await dyingAt('registration.register', () => candidate.register(sessionId));
    const entering = await dyingAt('delivery.enter', () =>
      post<{ id: string }>(`/registrations/${candidate.registrationId}/attempt`, {}),
    );
    const path = async () => `/attempts/${(await entering.answer).id}`;
    const starting = await dyingAt('delivery.begin', async () => post<StartedAttempt>(`${await path()}/start`, PAGE));
    const taking = await dyingAt('delivery.begin', async () =>
      post<StartedAttempt>(`${await path()}/lease`, OTHER_PAGE),
    );
    await dyingAt('delivery.enter-section', async () =>
      post(`${await path()}/sections`, { leaseId: (await taking.answer).lease.leaseId, sectionId: 's2' }),
    );
    await installation.startApi();
    await last?.answer;

    const started = await starting.answer;
    expect(started.lease.leaseNo).toBe(1);
    const taken = await taking.answer;
    expect(taken.lease.leaseNo).toBe(2);
    expect(taken.attempt.deadlineAt).toBe(started.attempt.deadlineAt);
    const repeated = await post<StartedAttempt>(`${await path()}/lease`, OTHER_PAGE);
    expect(repeated.lease).toEqual(taken.lease);
    for (const table of ['registration.registration WHERE session_id = $1', 'delivery.attempt WHERE session_id = $1'])
      expect(await installation.query(`SELECT 1 FROM ${table}`, [sessionId])).toHaveLength(1);
    for (const deed of ['attempt-prepared', 'attempt-started', 'attempt-taken-over', 'section-entered'])
      expect(await audited(`delivery.${deed}`)).toHaveLength(1);
    expect(await audited('registration.registered')).toHaveLength(1);
  });

  it('F3–F5: the relay of the outbox: what was promised in the transaction is done once', async () => {
    for (const point of RELAY_POINTS) {
      installation.startWorker(`crash:${point}`, IMPATIENT);
      await installation.death('worker');
    }
    installation.startWorker('', IMPATIENT);
    await installation.until('SELECT bool_and(dispatched_at IS NOT NULL) FROM platform.outbox');
    await installation.until('SELECT count(*) = 0 FROM platform.delivery WHERE done_at IS NULL', [], 120_000);
    const mails = await installation.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM notification.mail WHERE to_address = $1 GROUP BY template`,
      [candidate.email],
    );
    expect(mails.length).toBeGreaterThan(0);
    expect(mails.every(({ n }) => n === 1)).toBe(true);
    expect(await brokenInvariants(installation)).toEqual([]);
  });
});
