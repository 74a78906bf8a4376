import { query } from '../exam-day/database.mjs';
import { supervise } from '../../../scripts/lib/server-processes.mjs';
import { processorTime } from '../load.mjs';
import { built } from './app.mjs';

const PAUSE_MS = 1_000;
const SAY_EVERY_MS = 10_000;
const FAMILY = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'];
const GIVEN = [...'明芳伟娜静强磊洋艳勇军杰娟涛超秀兰霞平刚'];

/** So many people, each with a final result that passes the scheme, as grading leaves it; gives their ids. */
export async function passedPeople(databaseUrl, app, count) {
  const scheme = await app
    .get('Schemes', 'libs/competency/src/application/schemes.js')
    .byIdOrCode('prompt-engineer-l4');
  const { newId } = built('libs/platform/src/index.js');
  const sessionId = newId();
  const rows = Array.from({ length: count }, (_, n) => ({
    personId: newId(),
    resultId: newId(),
    attemptId: newId(),
    name: `${FAMILY[n % 20]}${GIVEN[Math.floor(n / 20) % 20]}${GIVEN[Math.floor(n / 400) % 20]}`,
  }));
  const column = (key) => rows.map((row) => row[key]);
  await query(
    databaseUrl,
    `INSERT INTO identity.person (id, display_name, legal_name, legal_name_pinyin, extra_time_percent, break_minutes, language)
     SELECT id, name, name, 'Ming Xing', 0, 0, 'zh' FROM unnest($1::uuid[], $2::text[]) AS given (id, name)`,
    [column('personId'), column('name')],
  );
  await query(
    databaseUrl,
    `INSERT INTO grading.scored_attempt (attempt_id, session_id, registration_id, person_id, form_id, scheme_version_id,
       institution_ids, generation, scoring_version, responses_hash, scored_at, settled_at, released_at)
     SELECT attempt, $3, attempt, person, attempt, $4, '{}', 1, '1', encode(sha256(attempt::text::bytea), 'hex'), now(), now(), now()
       FROM unnest($1::uuid[], $2::uuid[]) AS given (attempt, person)`,
    [column('attemptId'), column('personId'), sessionId, scheme.versionId],
  );
  const body = resultBody(scheme);
  await query(
    databaseUrl,
    `INSERT INTO grading.result (id, attempt_id, registration_id, session_id, person_id, scheme_version_id, generation,
       scoring_version, outcome, total_percent, body, status, settled_at, released_at)
     SELECT id, attempt, attempt, $4, person, $5, 1, '1', 'passed', $6, $7, 'final', now(), now()
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS given (id, attempt, person)`,
    [
      column('resultId'),
      column('attemptId'),
      column('personId'),
      sessionId,
      scheme.versionId,
      '83.5',
      JSON.stringify(body),
    ],
  );
  return rows.map((row) => ({ ...row, sessionId, schemeVersionId: scheme.versionId }));
}

/** Tells the release of all results, as grading does, and waits for the last certificate: seconds, and processor time of the worker. */
export async function releaseCohort(server, app, people) {
  const { databaseUrl, env } = server;
  const outbox = app.get('Outbox', 'libs/platform/src/outbox/outbox.js');
  const uow = app.get('UnitOfWork', 'libs/platform/src/database/unit-of-work.js');
  const { resultReleased } = built('libs/grading/src/contract/events.js');
  const worker = supervise('worker', env);
  try {
    const from = performance.now();
    await uow.run(async (tx) => {
      for (const { resultId, attemptId, personId, sessionId, schemeVersionId } of people) {
        await outbox.publish(tx, resultReleased({ resultId, attemptId, personId, sessionId, schemeVersionId }));
      }
    });
    const processor = await untilIssued(databaseUrl, people.length, worker, from);
    return { seconds: (performance.now() - from) / 1_000, processor };
  } finally {
    await worker.stop();
  }
}

async function untilIssued(databaseUrl, count, worker, from) {
  for (let said = from; ; await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))) {
    const [{ awarded, issued }] = await query(
      databaseUrl,
      `SELECT count(*)::int AS awarded, count(pdf_hash)::int AS issued FROM certification.certificate`,
    );
    const processor = processorTime(worker.pid());
    if (issued >= count) return processor;
    if (performance.now() - said > SAY_EVERY_MS) {
      said = performance.now();
      const seconds = (said - from) / 1_000;
      console.log(
        `  ${seconds.toFixed(0)} s: ${awarded} awarded, ${issued} issued (${(issued / seconds).toFixed(1)} per s)`,
      );
    }
  }
}

function resultBody(scheme) {
  const components = scheme.body.components.map(({ code, outOf, passMark, weight }) => ({
    ...{ code, gained: '83.5', possible: '100', percent: '83.5', score: '83.5', outOf, passMark, weight, passed: true },
  }));
  const skill = { gained: '8', possible: '10', percent: '80', items: 4 };
  return {
    total: { gained: '83.5', possible: '100', percent: '83.5' },
    ...{ outcome: 'passed', components, missing: [] },
    skills: ['prompt-design', 'security-and-compliance'].map((skillId) => ({ skillId, ...skill })),
  };
}
