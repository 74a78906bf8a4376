import { AuditModule } from '@hz/audit';
import { IdentityModule } from '@hz/identity';
import type { Principal } from '@hz/kernel';
import { OutboxRelay, DeliveryRunner, UnitOfWork } from '@hz/platform';
import { testContext, type TestContext } from '@hz/platform/testing';
import { batchResultSchema, type BatchView, type Credential, type InstitutionCheck } from '../contract';
import { SANDBOX_CERTIFICATES } from '../domain/sandbox-certificates';
import { keyHolder } from '../testing/institution.fixture';
import { QueryRepository } from '../persistence/query.repository';
import { CODE, HOLDER, published } from '../testing/published.fixture';
import { VerificationModule } from '../verification.module';
import { AnswerBatch } from './answer-batch.command';
import { AskCertificate } from './ask-certificate.command';
import { AskedQueries } from './asked-queries.query';
import { Batches } from './batches';
import { CheckCertificate } from './check-certificate.query';
import { CredentialToken } from './credential-token';
import { ForgetQueries } from './forget-queries.command';
import { Interests } from './interests.query';
import { Issuer } from './issuer';
import { Publications } from './publications';
import { Sandbox } from './sandbox';

type Key = Extract<Principal, { via: 'api-key' }>;

let context: TestContext;
let school: Key;
let firm: Key;
let trial: Key;
let number: string;
let credential: Credential;
let serial = 0;
const newNumber = () => `HZ-2026-125-${String((serial += 1)).padStart(6, '0')}-X`;
const get = <T>(type: abstract new (...args: never[]) => T): T => context.module.get<T>(type);
const ask = (asked: InstitutionCheck, who: Principal = school) => get(AskCertificate).byInstitution(who, asked);
const uow = () => get(UnitOfWork);

beforeAll(async () => {
  context = await testContext([AuditModule, IdentityModule, VerificationModule]);
  school = await keyHolder(context, 'school');
  firm = await keyHolder(context, 'firm');
  trial = await keyHolder(context, 'school', { sandbox: true });
  number = newNumber();
  credential = await published(context, context.clock, number);
}, 60_000);
afterAll(() => context.close());

describe('a credential that somebody showed', () => {
  const token = async () => {
    const { proof: _, ...unsigned } = credential;
    return get(CredentialToken).sign(unsigned, await get(Issuer).key());
  };
  const NOT_VALID = { verdict: 'not-valid', reason: 'altered', certificate: null };

  it('is valid in both forms, whatever order its fields come in, and shows what the holder disclosed', async () => {
    const turned = Object.fromEntries(Object.entries(credential).reverse());
    for (const asked of [{ credential }, { credential: turned }, { jwt: await token() }]) {
      await expect(ask(asked)).resolves.toMatchObject({
        verdict: 'valid',
        certificate: { number, holderName: HOLDER },
        checks: expect.arrayContaining([{ check: 'status', outcome: 'passed' }]) as unknown,
      });
    }
  });

  it('is altered when one field is, in either form, and then says nothing of anybody', async () => {
    const other = { ...credential, name: 'Prompt Engineer, level 1' };
    await expect(ask({ credential: other })).resolves.toMatchObject(NOT_VALID);
    await expect(ask({ credential: {} })).resolves.toMatchObject(NOT_VALID);
    await expect(ask({ credential: { ...credential, extra: 1 } })).resolves.toMatchObject(NOT_VALID);
    const [head, payload, signature] = (await token()).split('.');
    const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString()) as object;
    const changed = Buffer.from(JSON.stringify({ ...claims, name: 'Other' })).toString('base64url');
    const none = Buffer.from('{"alg":"none","typ":"vc+jwt"}').toString('base64url');
    for (const jwt of [`${head}.${changed}.${signature}`, `${none}.${payload}.`, `${head}.${payload}.`, 'x.y.z', 'x']) {
      await expect(ask({ jwt })).resolves.toMatchObject(NOT_VALID);
    }
  });

  it('follows the status of its number, and is not found when it was signed and never published', async () => {
    const other = newNumber();
    const shown = await published(context, context.clock, other);
    await uow().run((tx) => get(Publications).setStatus(tx, other, 'revoked', 'cheating'));
    await expect(ask({ credential: shown })).resolves.toMatchObject({ verdict: 'not-valid', reason: 'revoked' });
    await uow().run(async (tx) => {
      await tx.query('SET LOCAL session_replication_role = replica');
      await tx.query('DELETE FROM verification.published WHERE number = $1', [other]);
    });
    await expect(ask({ credential: shown })).resolves.toMatchObject({ verdict: 'not-valid', reason: 'not-found' });
  });
});

describe('the sandbox', () => {
  it('has a certificate in each state, by number and by both forms of its credential', async () => {
    for (const { state, number: tested, name, credential: document, jwt } of await get(Sandbox).list()) {
      const expected =
        state === 'valid'
          ? { verdict: 'valid', reason: null }
          : state === 'cannot-be-determined'
            ? { verdict: 'cannot-be-determined', reason: 'status-not-checked' }
            : { verdict: 'not-valid', reason: state };
      for (const asked of [{ number: tested, name }, { credential: document }, { jwt }]) {
        await expect(ask(asked, trial)).resolves.toMatchObject({ ...expected, sandbox: true });
      }
    }
  });

  it('reaches no real certificate, and no key for real ones reaches it', async () => {
    const notFound = { verdict: 'not-valid', reason: 'not-found', certificate: null };
    for (const asked of [{ number }, { number, code: CODE }, { credential }]) {
      await expect(ask(asked, trial)).resolves.toMatchObject({ ...notFound, sandbox: true });
    }
    const listed = await get(Sandbox).list();
    for (const { number: tested, credential: document, jwt } of listed) {
      await expect(ask({ number: tested })).resolves.toMatchObject(notFound);
      await expect(ask({ credential: document })).resolves.toMatchObject({ verdict: 'not-valid' });
      await expect(ask({ jwt })).resolves.toMatchObject({ verdict: 'not-valid' });
      await expect(get(CheckCertificate).run({ number: tested, name: '测试持证人' })).resolves.toMatchObject(notFound);
    }
    expect(listed).toHaveLength(SANDBOX_CERTIFICATES.length);
  });

  it('wants name and code right there too', async () => {
    const { facts } = SANDBOX_CERTIFICATES[0]!;
    for (const wrong of [{ name: '别人' }, { code: 'x' }]) {
      const answer = ask({ number: facts.number, ...wrong }, trial);
      await expect(answer).resolves.toMatchObject({ reason: 'not-found', certificate: null });
    }
    await expect(ask({ number: facts.number }, trial)).resolves.toMatchObject({ certificate: { holderName: null } });
  });
});

describe('who asked what', () => {
  it('is read by the institution that asked, in pages and as CSV, and by no other', async () => {
    const filter = { number, limit: 2 };
    const first = await get(AskedQueries).page(school, filter);
    expect(first.rows).toHaveLength(2);
    const rest = await get(AskedQueries).page(school, { ...filter, limit: 200, cursor: first.nextCursor! });
    expect(new Set([...first.rows, ...rest.rows].map(({ id }) => id)).size).toBe(2 + rest.rows.length);
    const byKey = { number, askedBy: `api-key:${school.apiKeyId}`, verdict: 'valid', sandbox: false };
    expect([...first.rows, ...rest.rows]).toContainEqual(expect.objectContaining(byKey));
    expect((await get(AskedQueries).page(firm, filter)).rows).toEqual([]);
    let csv = '';
    for await (const part of get(AskedQueries).csv(school, { number })) csv += part;
    expect(csv.split('\r\n')).toHaveLength(2 + rest.rows.length + 2);
  });

  it('tells the holder how often and by whom; tries and test certificates do not count', async () => {
    await get(AskCertificate).byAnyone({ number, code: CODE });
    await get(AskCertificate).byAnyone({ number, code: 'wrong' });
    await ask({ number, name: 'wrong' }, firm);
    await get(QueryRepository).settled();
    const before = await get(AskedQueries).about(number);
    expect(before.map(({ institutionId }) => institutionId).sort()).toEqual([null, school.institutionId].sort());
    expect(before.find(({ institutionId }) => institutionId === null)?.times).toBe(1);
    expect(await get(Interests).of(number)).toEqual([school.institutionId]);
    await ask({ number }, firm);
    expect((await get(Interests).of(number)).sort()).toEqual([firm.institutionId, school.institutionId].sort());
  });
});

describe('a batch', () => {
  const upload = (text: string, key?: string, who: Principal = school) => get(Batches).upload(who, text, key);
  const question = (asked: object) => `${JSON.stringify(asked)}\n`;
  async function answers({ id }: BatchView, after = 0, who: Principal = school) {
    let text = '';
    for await (const part of await get(Batches).results(who, id, after)) text += part;
    const lines = text.split('\n').filter((line) => line !== '');
    return lines.map((line) => batchResultSchema.parse(JSON.parse(line)));
  }
  /** What the worker does, one job at a time. */
  async function work(): Promise<void> {
    for (;;) {
      await get(OutboxRelay).round();
      const open = await uow().read.query<{ job: string; id: string }[]>(
        `SELECT job, outbox_id::text AS id FROM platform.delivery WHERE done_at IS NULL AND stuck_at IS NULL`,
      );
      if (open.length === 0) return;
      for (const { job, id } of open) await get(DeliveryRunner).run(job, id);
    }
  }

  it('answers its lines in order, says which it cannot read, and can be fetched from any line on', async () => {
    const lines = [
      question({ number, name: HOLDER }),
      'no json\n',
      question({ number, name: 'x' }),
      question({ number }),
    ];
    const batch = await upload(lines.join(''));
    expect(batch).toMatchObject({ status: 'waiting', lines: 4, answered: 0, finishedAt: null });
    expect(await answers(batch)).toEqual([]);
    await work();
    expect(await get(Batches).one(school, batch.id)).toMatchObject({ status: 'done', answered: 4 });
    const all = await answers(batch);
    expect(all).toMatchObject([
      { line: 1, answer: { verdict: 'valid', certificate: { holderName: HOLDER } } },
      { line: 2, answer: null, problem: { code: 'not-json' } },
      { line: 3, answer: { reason: 'not-found' } },
      { line: 4, answer: { certificate: { holderName: null } } },
    ]);
    expect(await answers(batch, 2)).toEqual(all.slice(2));
    const rows = await uow().read.query<{ question: Buffer | null; answer: Buffer }[]>(
      'SELECT question, answer FROM verification.batch_line WHERE batch_id = $1',
      [batch.id],
    );
    expect(rows.map((row) => row.question)).toEqual([null, null, null, null]);
    expect(rows.map((row) => row.answer.toString()).join('')).not.toContain(HOLDER);
  });

  it('goes on where it was, answers no line twice, and audits each once, however often its job runs', async () => {
    const batch = await upload(question({ number }).repeat(450));
    for (let turn = 0; turn < 2; turn += 1) {
      await Promise.all([get(AnswerBatch).run(batch.id), get(AnswerBatch).run(batch.id)]);
    }
    const half = await get(Batches).one(school, batch.id);
    expect(half.status).toBe('running');
    expect(half.answered % 200).toBe(0);
    expect(await answers(batch)).toHaveLength(half.answered);
    await work();
    expect(await get(Batches).one(school, batch.id)).toMatchObject({ status: 'done', answered: 450 });
    expect((await answers(batch)).map(({ line }) => line)).toEqual(Array.from({ length: 450 }, (_, at) => at + 1));
    const [{ count } = { count: 0 }] = await uow().read.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM verification.query WHERE way = 'batch' AND number = $1`,
      [number],
    );
    expect(count).toBe(450 + 3);
  });

  it('stays one batch under its idempotency key, and refuses another content there', async () => {
    const text = question({ number });
    const first = await upload(text, 'monday');
    expect((await upload(text, 'monday')).id).toBe(first.id);
    expect((await upload(text, 'monday', firm)).id).not.toBe(first.id);
    await expect(upload(text + text, 'monday')).rejects.toMatchObject({ code: 'verification.batch-key-taken' });
    const many = await Promise.all([1, 2, 3].map(() => upload(text, 'tuesday')));
    expect(new Set(many.map(({ id }) => id)).size).toBe(1);
    await work();
  });

  it('can be called off: what is answered stays, what is not is dropped', async () => {
    const batch = await upload(question({ number }).repeat(300));
    await get(AnswerBatch).run(batch.id);
    expect(await get(Batches).cancel(school, batch.id)).toMatchObject({ status: 'cancelled', answered: 200 });
    await work();
    expect(await get(Batches).cancel(school, batch.id)).toMatchObject({ status: 'cancelled', answered: 200 });
    expect(await answers(batch)).toHaveLength(200);
  });

  it('is nobody else’s, counts each line against the quota, and takes from 1 to 10,000 lines', async () => {
    const batch = await upload(question({ number }));
    await expect(get(Batches).one(firm, batch.id)).rejects.toMatchObject({ code: 'verification.batch-not-found' });
    await expect(get(Batches).one(trial, batch.id)).rejects.toMatchObject({ code: 'verification.batch-not-found' });
    for (const wrong of ['', '\n\n', '{}\n'.repeat(10_001)]) {
      await expect(upload(wrong)).rejects.toMatchObject({ code: 'verification.batch-size-wrong' });
    }
    const small = await keyHolder(context, 'small', { dailyQuota: 5 });
    await expect(upload('{}\n'.repeat(7), undefined, small)).rejects.toMatchObject({ code: 'identity.quota-used-up' });
    await expect(upload('{}\n'.repeat(6), undefined, small)).resolves.toMatchObject({ lines: 6 });
    await work();
  });

  it('of the sandbox knows test certificates alone', async () => {
    const tested = SANDBOX_CERTIFICATES.map(({ facts }) => question({ number: facts.number }));
    const batch = await upload([...tested, question({ number })].join(''), undefined, trial);
    await work();
    const found = (await answers(batch, 0, trial)).map(({ answer }) => answer!.reason);
    expect(found.slice(0, 4)).toEqual([null, 'revoked', 'suspended', 'superseded']);
    expect(found.at(-1)).toBe('not-found');
  });

  it('is gone after a week', async () => {
    const batch = await upload(question({ number }));
    context.clock.set((batch.deletedAt + 1) as never);
    await get(ForgetQueries).run();
    await expect(get(Batches).one(school, batch.id)).rejects.toMatchObject({ code: 'verification.batch-not-found' });
  });
});
