import { Candidate, someResponse } from '../tools/candidate';
import { Installation } from '../tools/installation';
import { pause } from '../tools/processes';
import { Redis } from '../tools/redis';

const ATTEMPTS = 3_000;
/** I3: so long after everything is up again, nothing may be open. */
const RECOVERED_WITHIN_MS = 60_000;
/** On a machine that is not busy: what it takes longer counts into the figure that is printed. */
const WORKER_STARTS_WITHIN_SECONDS = 6;

interface Standing {
  readonly open: number;
  readonly wrong: number;
  readonly events: number;
  /** From the deadline to the last hand-in. */
  readonly seconds: number | null;
  /** From the death of the worker until another handed in. */
  readonly gap: number | null;
}

/** Like the first attempt in everything but who sits it. */
const CLONE = `
WITH first AS (SELECT a.*, r.ticket_no FROM delivery.attempt a JOIN registration.registration r ON r.id = a.registration_id WHERE a.id = $1),
twin AS MATERIALIZED (SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS registration, gen_random_uuid() AS person FROM generate_series(1, $2::int) n),
registered AS (
  INSERT INTO registration.registration
  SELECT (jsonb_populate_record(NULL::registration.registration, to_jsonb(r) || jsonb_build_object('id', t.registration, 'person_id', t.person,
          'seat_no', 10000 + t.n, 'ticket_no', 'storm-' || t.n))).*
    FROM twin t, registration.registration r WHERE r.id = (SELECT registration_id FROM first)),
logged AS (
  INSERT INTO delivery.response_log SELECT l.session_id, t.id, l.seq, l.item_ref, l.value, l.late, l.received_at
    FROM twin t, delivery.response_log l WHERE l.attempt_id = $1)
INSERT INTO delivery.attempt
SELECT (jsonb_populate_record(NULL::delivery.attempt, to_jsonb(a) || jsonb_build_object('id', t.id, 'registration_id', t.registration,
        'person_id', t.person))).*
  FROM twin t, delivery.attempt a WHERE a.id = $1`;

/** All of them end in the same millisecond. */
const END_TOGETHER = `
UPDATE delivery.attempt SET deadline_at = ends.at, grace_ends_at = ends.at
  FROM (SELECT clock_timestamp() + make_interval(secs => $2) AS at) ends WHERE session_id = $1`;

const STANDING = `
SELECT count(*) FILTER (WHERE status <> 'submitted')::int AS open,
       count(*) FILTER (WHERE status = 'submitted' AND (submitted_at <> deadline_at OR jsonb_array_length(receipt->'responses') <> $2))::int AS wrong,
       (SELECT count(*)::int FROM platform.outbox o JOIN delivery.attempt b ON o.key = b.id::text
         WHERE o.event = 'delivery.attempt-submitted' AND b.session_id = $1) AS events,
       extract(epoch FROM (SELECT max(at) FROM audit.entry WHERE action = 'delivery.attempt-submitted') - max(deadline_at))::float8 AS seconds,
       extract(epoch FROM (SELECT min(at) FROM audit.entry WHERE action = 'delivery.attempt-submitted' AND at > $3::timestamptz) - $3)::float8 AS gap
  FROM delivery.attempt WHERE session_id = $1`;

const program = process.env['TEST_REDIS_PROGRAM'];
const backends = ['postgres', 'redis'].map((backend) => [backend, backend === 'redis' && !program] as const);

describe.each(backends)('P4, F34: a deadline that 3,000 share, with queues in %s', (backend, isMissing) => {
  // Where Redis is missing and cannot be installed, the set-up says so, and the test counts as skipped.
  const test = isMissing ? it.skip : it;
  let installation: Installation | undefined;
  let redis: Redis | undefined;
  beforeAll(async () => {
    if (isMissing) return;
    if (backend === 'redis') redis = await Redis.start(program!);
    installation = await Installation.create({ redisUrl: redis?.url });
    await installation.startApi();
  });
  afterAll(async () => {
    await installation?.remove();
    await redis?.kill();
  });

  test('each is handed in once, at its deadline and with all that it saved, though the worker is killed on the way', async () => {
    const here = installation!;
    const candidate = await Candidate.signUp(here.base, 'storm');
    await candidate.start();
    const answered = candidate.items.slice(0, 3);
    for (const item of answered) await candidate.send(item, someResponse(item.interaction, 0));
    const [{ sessionId }] = (await here.query<{ sessionId: string }>(
      'SELECT session_id AS "sessionId" FROM delivery.attempt WHERE id = $1',
      [candidate.attemptId],
    )) as [{ sessionId: string }];
    await here.query(CLONE, [candidate.attemptId, ATTEMPTS - 1]);
    here.startWorker('crash:delivery.close.after-commit');
    await here.query(END_TOGETHER, [sessionId, WORKER_STARTS_WITHIN_SECONDS]);
    await here.death('worker');
    here.startWorker();
    const [{ diedAt }] = (await here.query<{ diedAt: Date }>('SELECT clock_timestamp() AS "diedAt"')) as [
      { diedAt: Date },
    ];
    const recoveredBy = Date.now() + RECOVERED_WITHIN_MS;
    let now: Standing;
    do {
      await pause(500);
      [now] = (await here.query<Standing>(STANDING, [sessionId, answered.length, diedAt])) as [Standing];
    } while (now.open > 0 && Date.now() < recoveredBy);
    expect({ open: now.open, wrong: now.wrong, events: now.events }).toEqual({ open: 0, wrong: 0, events: ATTEMPTS });
    const receipt = await candidate.client.insist<{ submittedBy: string }>(
      'GET',
      `/api/v1/attempts/${candidate.attemptId}/receipt`,
    );
    expect(receipt.body.submittedBy).toBe('worker');
    console.info(
      `all ${ATTEMPTS} were closed ${now.seconds!.toFixed(1)} s after their deadline, of which ${now.gap!.toFixed(1)} s had no worker`,
    );
  });
});
