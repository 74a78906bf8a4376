import type { Installation } from './installation';

/** I3–I5: for every attempt that was handed in, exactly one submission, one result, and at most one live certificate. Empty when all hold. */
export async function brokenInvariants(installation: Pick<Installation, 'query'>): Promise<string[]> {
  const broken: string[] = [];
  const expectNone = async (what: string, sql: string) => {
    const rows = await installation.query<{ id: string }>(sql);
    broken.push(...rows.map(({ id }) => `${what}: ${id}`));
  };
  await expectNone(
    'two attempts for a registration',
    'SELECT registration_id::text AS id FROM delivery.attempt GROUP BY 1 HAVING count(*) > 1',
  );
  await expectNone(
    'not one submission event',
    `SELECT a.id::text FROM delivery.attempt a WHERE a.status = 'submitted'
       AND (SELECT count(*) FROM platform.outbox o WHERE o.event = 'delivery.attempt-submitted' AND o.key = a.id::text) <> 1`,
  );
  await expectNone(
    'two live results for a registration',
    `SELECT registration_id::text AS id FROM grading.result WHERE status IN ('provisional', 'final') GROUP BY 1 HAVING count(*) > 1`,
  );
  await expectNone(
    'an item scored twice',
    'SELECT attempt_id::text AS id FROM grading.score GROUP BY attempt_id, item_ref, generation HAVING count(*) > 1',
  );
  await expectNone(
    'a number that is published without a certificate',
    'SELECT number AS id FROM verification.published WHERE number NOT IN (SELECT number FROM certification.certificate)',
  );
  await expectNone(
    'not one leaf that says "issued"',
    `SELECT p.number AS id FROM verification.published p
      WHERE (SELECT count(*) FROM transparency.entry e JOIN transparency.leaf l ON l.entry_id = e.id
              WHERE e.subject = p.number AND e.kind = 'issue') <> 1`,
  );
  await expectNone(
    'an issue in the log that nobody can look up',
    `SELECT subject AS id FROM transparency.entry
      WHERE kind = 'issue' AND subject NOT IN (SELECT number FROM verification.published)`,
  );
  await expectNone(
    'not all forms of a valid certificate',
    `SELECT c.number AS id FROM certification.certificate c WHERE c.status = 'valid'
       AND (SELECT count(*) FROM certification.variant v WHERE v.number = c.number) <> 4`,
  );
  await expectNone(
    'a stuck delivery',
    `SELECT job || ' ' || last_error AS id FROM platform.delivery WHERE stuck_at IS NOT NULL`,
  );
  return broken;
}
