import { AuditModule } from '@hz/audit';
import { IdentityModule } from '@hz/identity';
import { canonicalJson, dangerouslySystem, MS_PER_DAY } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { testContext, type TestContext } from '@hz/platform/testing';
import { PublishedDifferently, type Credential, type VerificationQuestion } from '../contract';
import { QueryRepository } from '../persistence/query.repository';
import { VerificationModule } from '../verification.module';
import { AskCertificate } from './ask-certificate.command';
import { CheckCertificate } from './check-certificate.query';
import { CODE, HOLDER, published, signedAsEarlier, VALID_DAYS } from '../testing/published.fixture';
import { Publications } from './publications';

let context: TestContext;
let serial = 0;
const newNumber = () => `HZ-2026-124-${String((serial += 1)).padStart(6, '0')}-X`;
const uow = () => context.module.get(UnitOfWork);
const ask = (question: VerificationQuestion) => context.module.get(CheckCertificate).run(question);
const publish = (number: string): Promise<Credential> => published(context, context.clock, number);

/** Writes past every protection of the tables, as somebody with the database in hand would. */
async function tamper(sql: string, params: unknown[] = []): Promise<void> {
  await uow().run(async (tx) => {
    await tx.query('SET LOCAL session_replication_role = replica');
    await tx.query(sql, params);
  });
}

const LISTS = ['status_list', 'suspension_list'] as const;

/** What was signed at another time by the test's clock is signed anew. */
async function forgetSignedLists(): Promise<void> {
  for (const list of LISTS) await tamper(`UPDATE verification.${list} SET credential = NULL, signed_at = NULL`);
}

beforeAll(async () => {
  context = await testContext([AuditModule, IdentityModule, VerificationModule]);
});
afterAll(() => context.close());

describe('P7: the answer to each state', () => {
  let number: string;
  beforeEach(async () => {
    number = newNumber();
    await publish(number);
  });
  const setStatus = (status: 'suspended' | 'revoked' | 'superseded' | 'valid') =>
    uow().run((tx) => context.module.get(Publications).setStatus(tx, number, status, '考试违纪'));

  it('valid: every check passed, and said how fresh the status is', async () => {
    const answer = await ask({ number, name: HOLDER });
    expect(answer).toMatchObject({
      verdict: 'valid',
      reason: null,
      checkedAt: context.clock.now(),
      certificate: { number, holderName: HOLDER, level: 'L4', title: { zh: '提示词工程师（四级/中级工）' } },
    });
    expect(answer.checks.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
      'log passed',
      'holder passed',
      'issuer passed',
      'signature passed',
      'status passed',
      'validity passed',
    ]);
    expect(answer.statusAsOf).toBeLessThanOrEqual(answer.checkedAt);
  });

  it.each(['revoked', 'superseded', 'suspended'] as const)('%s', async (status) => {
    await setStatus(status);
    await expect(ask({ number, code: CODE })).resolves.toMatchObject({ verdict: 'not-valid', reason: status });
    await setStatus(status);
    await expect(ask({ number, code: CODE })).resolves.toMatchObject({ verdict: 'not-valid', reason: status });
  });

  it('revoked by the status list alone, whatever the record says', async () => {
    await setStatus('revoked');
    await tamper(`UPDATE verification.published SET status = 'valid', reason = NULL WHERE number = $1`, [number]);
    await expect(ask({ number, code: CODE })).resolves.toMatchObject({ verdict: 'not-valid', reason: 'revoked' });
  });

  it('suspended by the list alone, until the suspension ends; superseded says by what, to whom knew the code', async () => {
    await setStatus('suspended');
    await tamper(`UPDATE verification.published SET status = 'valid', reason = NULL WHERE number = $1`, [number]);
    await expect(ask({ number, code: CODE })).resolves.toMatchObject({ verdict: 'not-valid', reason: 'suspended' });
    await setStatus('suspended');
    await setStatus('valid');
    await expect(ask({ number, code: CODE })).resolves.toMatchObject({ verdict: 'valid', supersededBy: null });
    await uow().run((tx) =>
      context.module.get(Publications).setStatus(tx, number, 'superseded', '改名', 'HZ-2026-124-000099-X'),
    );
    await expect(ask({ number, code: CODE })).resolves.toMatchObject({ supersededBy: 'HZ-2026-124-000099-X' });
    await expect(ask({ number })).resolves.toMatchObject({ reason: 'superseded', supersededBy: null });
  });

  it('an earlier certificate, with one proof and one list, is answered as before', async () => {
    const earlier = await signedAsEarlier(context, await publish(number));
    await tamper('UPDATE verification.published SET credential = $2 WHERE number = $1', [
      number,
      canonicalJson(earlier),
    ]);
    await expect(ask({ number, code: CODE })).resolves.toMatchObject({ verdict: 'valid' });
    await setStatus('suspended');
    await expect(ask({ number, code: CODE })).resolves.toMatchObject({ verdict: 'not-valid', reason: 'suspended' });
    await setStatus('revoked');
    await tamper(`UPDATE verification.published SET status = 'valid', reason = NULL WHERE number = $1`, [number]);
    await expect(ask({ number, code: CODE })).resolves.toMatchObject({ verdict: 'not-valid', reason: 'revoked' });
  });

  it('expired, and not a millisecond before; not to be determined before its time', async () => {
    const now = context.clock.now();
    context.clock.advance(VALID_DAYS * MS_PER_DAY - 1);
    await expect(ask({ number, code: CODE })).resolves.toMatchObject({ verdict: 'valid' });
    context.clock.advance(1);
    await expect(ask({ number, code: CODE })).resolves.toMatchObject({ verdict: 'not-valid', reason: 'expired' });
    context.clock.set(now);
    await forgetSignedLists();
    context.clock.advance(-1);
    await expect(ask({ number, code: CODE })).resolves.toMatchObject({
      verdict: 'cannot-be-determined',
      reason: 'not-yet-valid',
    });
    context.clock.set(now);
    await forgetSignedLists();
  });

  it('never issued and a wrong name or code look alike', async () => {
    const never = await ask({ number: 'HZ-2026-124-999999-X', name: HOLDER });
    expect(never).toMatchObject({ verdict: 'not-valid', reason: 'not-found', certificate: null });
    await expect(ask({ number, name: '欧阳晓日' })).resolves.toEqual(never);
    await expect(ask({ number, code: `${CODE}x` })).resolves.toEqual(never);
    await expect(ask({ number, name: HOLDER, code: 'wrong' })).resolves.toEqual(never);
    await expect(ask({ number: 'nonsense', code: CODE })).resolves.toEqual(never);
  });

  it('says nothing of the holder to whom gave neither name nor code', async () => {
    const answer = await ask({ number });
    expect(answer).toMatchObject({ verdict: 'valid', certificate: { number, holderName: null } });
    expect(JSON.stringify(answer)).not.toMatch(/欧|Ouyang/);
  });

  it('takes number and name as people type them, in either script', async () => {
    const typed = number.toLowerCase().replaceAll('-', ' ');
    await expect(ask({ number: typed, name: 'ＯＵＹＡＮＧ xiaoming' })).resolves.toMatchObject({ verdict: 'valid' });
  });

  it('altered: another certificate under this number', async () => {
    const other = await publish(newNumber());
    await tamper('UPDATE verification.published SET credential = $2 WHERE number = $1', [number, canonicalJson(other)]);
    const answer = await ask({ number, code: CODE });
    expect(answer).toMatchObject({ verdict: 'not-valid', reason: 'altered', certificate: null });
  });

  it('altered: by whoever has the database in hand, after it was found valid', async () => {
    await expect(ask({ number, code: CODE })).resolves.toMatchObject({ verdict: 'valid' });
    await expect(ask({ number, code: CODE })).resolves.toMatchObject({ verdict: 'valid' });
    await tamper(
      `UPDATE verification.published SET credential = replace(credential, $2, '欧阳小明') WHERE number = $1`,
      [number, HOLDER],
    );
    await expect(ask({ number, code: CODE })).resolves.toMatchObject({ verdict: 'not-valid', reason: 'altered' });
  });

  it('keeps who asked, and audits institutions (P8)', async () => {
    const asking = context.module.get(AskCertificate);
    await asking.byAnyone({ number, code: CODE });
    await asking.byAnyone({ number, code: 'wrong' });
    await asking.byInstitution(dangerouslySystem('test'), { number });
    await context.module.get(QueryRepository).settled();
    const asked = await uow().read.query(
      'SELECT asked_by, verdict FROM verification.query WHERE number = $1 ORDER BY asked_by',
      [number],
    );
    expect(asked).toEqual([
      { asked_by: 'public', verdict: 'valid' },
      { asked_by: 'system:test', verdict: 'valid' },
    ]);
    const audited = await uow().read.query('SELECT action FROM audit.entry WHERE object_id = $1', [number]);
    expect(audited).toEqual([{ action: 'verification.certificate-checked' }]);
  });
});

describe('P7: "valid" is never said of what could not be checked', () => {
  const unchecked = { verdict: 'cannot-be-determined', reason: 'status-not-checked' };
  const wrecks: [string, string][] = [
    ['a list whose signature is broken', `credential = replace(credential, '"proofValue":"z', '"proofValue":"z2')`],
    ['a list that was altered', `credential = replace(credential, '"encodedList":"uH4sI', '"encodedList":"uH4sJ')`],
    ['a list that is no JSON', `credential = 'broken'`],
    ['a list of another number', `credential = replace(credential, '/status-lists/1', '/status-lists/2')`],
  ];

  it.each(LISTS.flatMap((list) => wrecks.map(([name, change]) => [name, list, change] as const)))(
    '%s (%s)',
    async (_, list, change) => {
      const number = newNumber();
      await publish(number);
      await expect(ask({ number, code: CODE })).resolves.toMatchObject({ verdict: 'valid' });
      await tamper(`UPDATE verification.${list} SET ${change}`);
      await expect(ask({ number, code: CODE })).resolves.toMatchObject(unchecked);
      await forgetSignedLists();
      await expect(ask({ number, code: CODE })).resolves.toMatchObject({ verdict: 'valid' });
    },
  );

  it('one list in the place of the other', async () => {
    const number = newNumber();
    await publish(number);
    await expect(ask({ number, code: CODE })).resolves.toMatchObject({ verdict: 'valid' });
    await tamper(
      `UPDATE verification.suspension_list s SET credential = r.credential FROM verification.status_list r WHERE r.id = s.id`,
    );
    await expect(ask({ number, code: CODE })).resolves.toMatchObject(unchecked);
    await forgetSignedLists();
  });

  it('a list that is away', async () => {
    const number = newNumber();
    await publish(number);
    await tamper('UPDATE verification.status_list SET id = 77 WHERE id = 1');
    await expect(ask({ number, code: CODE })).resolves.toMatchObject(unchecked);
    await tamper('UPDATE verification.status_list SET id = 1 WHERE id = 77');
  });

  it("the issuer's keys cannot be read, by a process that has not read them yet", async () => {
    const other = await testContext([AuditModule, IdentityModule, VerificationModule]);
    const number = newNumber();
    await published(other, other.clock, number);
    await other.module
      .get(UnitOfWork)
      .run((tx) => tx.query('ALTER TABLE verification.issuer_key RENAME TO issuer_key_away'));
    const answer = await other.module.get(CheckCertificate).run({ number, code: CODE });
    await other.close();
    expect(answer).toMatchObject({
      verdict: 'cannot-be-determined',
      reason: 'signature-not-checked',
      certificate: null,
    });
  });

  it('is seen to fail with the protection switched off', async () => {
    const settings = { HZ_TEST_SWITCHES: 'without:status-check' };
    const unprotected = await testContext([AuditModule, IdentityModule, VerificationModule], { settings });
    const number = newNumber();
    await published(unprotected, unprotected.clock, number);
    await unprotected.module
      .get(UnitOfWork)
      .run((tx) =>
        tx.query(`UPDATE verification.status_list SET credential = 'broken', signed_at = $1`, [
          new Date(unprotected.clock.now()),
        ]),
      );
    const answer = await unprotected.module.get(CheckCertificate).run({ number, code: CODE });
    await unprotected.close();
    expect(answer.verdict).toBe('valid');
  });

  it('of none of 400 credentials with one byte changed', async () => {
    const number = newNumber();
    const text = canonicalJson(await publish(number));
    const replace = (credential: string) =>
      tamper('UPDATE verification.published SET credential = $2 WHERE number = $1', [number, credential]);
    for (let mutant = 0; mutant < 400; mutant += 1) {
      const at = Math.floor((mutant * text.length) / 400);
      const before = text.charCodeAt(at);
      const after = before === 0x7e || before > 0x7e ? 0x41 : before + (mutant % 2 === 0 || before <= 0x21 ? 1 : -1);
      await replace(text.slice(0, at) + String.fromCharCode(after) + text.slice(at + 1));
      const { verdict, reason } = await ask({ number, code: CODE });
      expect({ at, verdict, reason }).toEqual({ at, verdict: 'not-valid', reason: 'altered' });
    }
    await replace(text);
    await expect(ask({ number, code: CODE })).resolves.toMatchObject({ verdict: 'valid' });
  }, 120_000);
});

describe('P2: publishing', () => {
  it('twice is once, and another content under the number is refused', async () => {
    const number = newNumber();
    const credential = await publish(number);
    const publications = context.module.get(Publications);
    const again = (content: Credential) =>
      uow().run((tx) =>
        publications.publish(tx, { number, credential: content, holderNames: [HOLDER], verificationCode: CODE }),
      );
    await expect(again(credential)).resolves.toBeUndefined();
    await expect(again({ ...credential, name: 'Another' })).rejects.toThrow(PublishedDifferently);
  });

  it('gives each number a place of its own, the same on a repeat, in no order', async () => {
    const publications = context.module.get(Publications);
    const numbers = Array.from({ length: 40 }, newNumber);
    const allocate = (number: string) => uow().run((tx) => publications.allocateStatus(tx, number));
    const places: number[] = [];
    for (const number of numbers) places.push(Number((await allocate(number)).statusListIndex));
    expect(new Set(places).size).toBe(40);
    expect(places).not.toEqual([...places].sort((a, b) => a - b));
    expect(Number((await allocate(numbers[7]!)).statusListIndex)).toBe(places[7]);
  });

  it('P5: what was published never changes', async () => {
    const number = newNumber();
    await publish(number);
    const change = (sql: string) => uow().run((tx) => tx.query(`${sql} WHERE number = $1`, [number]));
    await expect(change(`UPDATE verification.published SET code_hash = 'x'`)).rejects.toThrow('never changes');
    await expect(change('DELETE FROM verification.published')).rejects.toThrow('never changes');
    await uow().run((tx) => context.module.get(Publications).setStatus(tx, number, 'revoked', 'reason'));
    await expect(change(`UPDATE verification.published SET status = 'valid'`)).rejects.toThrow('never changes');
  });
});
