import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AuditModule } from '@hz/audit';
import { IdentityModule } from '@hz/identity';
import { instant, type CertificateNumber, type PersonId, type Principal } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { testContext, type TestContext } from '@hz/platform/testing';
import { keyHolder } from '../../libs/verification/src/testing/institution.fixture';
import { WEBHOOK_EVENTS } from '../../libs/webhooks/src/contract';
import { PAUSES_MS } from '../../libs/webhooks/src/domain/schedule';
import { AnnounceRevokedJob, AnnounceSuspendedJob } from '../../libs/webhooks/src/jobs/certificate-changes.job';
import { WebhooksModule } from '../../libs/webhooks/src/webhooks.module';
import { Deliveries } from '../../libs/webhooks/src/application/deliveries';
import { SendDue } from '../../libs/webhooks/src/application/send-due.command';
import { Webhooks } from '../../libs/webhooks/src/application/webhooks';

const NUMBER = 'HZ-2026-124-000001-X' as CertificateNumber;
const NOBODY = '0190a000-0000-7000-8000-0000000000ff' as PersonId;
const REVOKED = { number: NUMBER, personId: NOBODY, reason: 'cheating' };

let context: TestContext;
let school: Principal;
let firm: Principal;
let server: Server;
let status = 200;
let got: { headers: IncomingHttpHeaders; body: string }[] = [];
const get = <T>(type: abstract new (...args: never[]) => T): T => context.module.get<T>(type);
const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const wanted = () => ({ url: url(), description: 'HR', events: [...WEBHOOK_EVENTS] });
const sign = (secret: string, { headers, body }: (typeof got)[number]) =>
  `v1,${createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`)
    .digest('base64')}`;

beforeAll(async () => {
  context = await testContext([AuditModule, IdentityModule, WebhooksModule], {
    settings: { WEBHOOKS_TO_LOOPBACK: 'true' },
  });
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      response.writeHead(status).end('thanks');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  [school, firm] = [await keyHolder(context, 'school'), await keyHolder(context, 'firm')];
  await get(UnitOfWork).run((tx) =>
    tx.query('INSERT INTO verification.interest (number, institution_id, asked_at) VALUES ($1, $2, now())', [
      NUMBER,
      (school as { institutionId: string }).institutionId,
    ]),
  );
}, 60_000);
afterAll(async () => {
  server.close();
  await context.close();
});
beforeEach(async () => {
  [status, got] = [200, []];
  await get(UnitOfWork).run(async (tx) => {
    await tx.query('DELETE FROM webhooks.message');
    await tx.query('DELETE FROM webhooks.endpoint');
  });
});

describe('a change of a certificate', () => {
  it('reaches whoever asked about it, once, signed, and names no person', async () => {
    const { id, secret } = await get(Webhooks).create(school, wanted());
    await get(Webhooks).create(firm, wanted());
    for (let turn = 0; turn < 2; turn += 1) await get(AnnounceRevokedJob).run(REVOKED);
    await Promise.all([get(SendDue).run(), get(SendDue).run()]);
    await get(SendDue).run();
    expect(got).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = got;
    expect(JSON.parse(body)).toEqual({
      type: 'certificate.revoked',
      timestamp: new Date(context.clock.now()).toISOString(),
      data: { number: NUMBER, status: 'revoked' },
    });
    expect(headers['webhook-signature']).toBe(sign(secret, got[0]!));
    const { rows } = await get(Deliveries).page(school, id, { limit: 10 });
    expect(rows).toMatchObject([
      {
        status: 'delivered',
        attempts: 1,
        messageId: headers['webhook-id'],
        log: [{ httpStatus: 200, response: 'thanks' }],
      },
    ]);
  });

  it('that happens twice is told twice; one that is not wanted is not', async () => {
    const at = [1, 2].map((ms) => instant(context.clock.now() + ms));
    await get(Webhooks).create(school, { ...wanted(), events: ['certificate.suspended'] });
    for (const moment of [...at, ...at]) await get(AnnounceSuspendedJob).run({ ...REVOKED, at: moment });
    await get(AnnounceRevokedJob).run(REVOKED);
    await get(SendDue).run();
    expect(got.map(({ body }) => (JSON.parse(body) as { timestamp: string }).timestamp).sort()).toEqual(
      at.map((moment) => new Date(moment).toISOString()),
    );
  });

  it('is sent again with growing pauses under the same id, and then the webhook is switched off and says so', async () => {
    status = 500;
    const { id } = await get(Webhooks).create(school, wanted());
    await get(AnnounceRevokedJob).run(REVOKED);
    for (const pause of [...PAUSES_MS, 0]) {
      expect(await get(SendDue).run()).toBe(1);
      expect(await get(SendDue).run()).toBe(0);
      context.clock.advance((pause * 1.2 + 1) as never);
    }
    expect(await get(SendDue).run()).toBe(0);
    expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(got).toHaveLength(PAUSES_MS.length + 1);
    expect(await get(Webhooks).list(school)).toMatchObject([{ id, status: 'disabled', disabledReason: 'failing' }]);
    const told = await get(UnitOfWork).read.query(
      `SELECT key FROM platform.outbox WHERE event = 'webhooks.webhook-disabled'`,
    );
    expect(told).toHaveLength(1);
    status = 200;
    await get(Webhooks).change(school, id, { active: true });
    const [failed] = (await get(Deliveries).page(school, id, { limit: 1 })).rows;
    await get(Deliveries).again(school, failed!.id);
    await get(SendDue).run();
    const [view] = await get(Webhooks).list(school);
    expect(view).toMatchObject({ status: 'active', failingSince: null });
    expect((await get(Deliveries).page(school, id, { limit: 1 })).rows[0]).toMatchObject({ status: 'delivered' });
  });

  it('is not sent any more to whom says that it is gone', async () => {
    status = 410;
    const { id } = await get(Webhooks).create(school, wanted());
    await get(Deliveries).test(school, id);
    await get(SendDue).run();
    expect(await get(Webhooks).list(school)).toMatchObject([{ status: 'disabled', disabledReason: 'gone' }]);
  });

  it('that a crash left on its way is sent when the lease is over', async () => {
    const { id } = await get(Webhooks).create(school, wanted());
    await get(Deliveries).test(school, id);
    await get(UnitOfWork).run((tx) =>
      tx.query(`UPDATE webhooks.delivery SET due_at = $1`, [new Date(context.clock.now() + 60_000)]),
    );
    expect(await get(SendDue).run()).toBe(0);
    context.clock.advance(60_000 as never);
    expect(await get(SendDue).run()).toBe(1);
  });
});

describe('a webhook', () => {
  it('signs with both secrets for a day after a rotation', async () => {
    const { id, secret } = await get(Webhooks).create(school, wanted());
    const { secret: newer } = await get(Webhooks).rotateSecret(school, id);
    await get(Deliveries).test(school, id);
    await get(SendDue).run();
    expect(got[0]!.headers['webhook-signature']).toBe(`${sign(newer, got[0]!)} ${sign(secret, got[0]!)}`);
    context.clock.advance(86_400_000 as never);
    await get(Deliveries).test(school, id);
    await get(SendDue).run();
    expect(got[1]!.headers['webhook-signature']).toBe(sign(newer, got[1]!));
    const rows = JSON.stringify(
      await get(UnitOfWork).read.query('SELECT encode(secret, $1) AS s FROM webhooks.endpoint', ['base64']),
    );
    expect(rows).not.toContain(newer.slice(6));
  });

  it('leads to no network of ours and is nobody else’s; a key for trying out has none', async () => {
    for (const bad of ['http://10.0.0.1/', 'https://169.254.169.254/', 'https://user:x@hooks.example/', 'nothing']) {
      await expect(get(Webhooks).create(school, { ...wanted(), url: bad })).rejects.toMatchObject({
        code: 'webhooks.address-refused',
      });
    }
    const { id } = await get(Webhooks).create(school, wanted());
    const delivery = await get(Deliveries).test(school, id);
    const notFound = { code: 'webhooks.webhook-not-found' };
    await expect(get(Webhooks).remove(firm, id)).rejects.toMatchObject(notFound);
    await expect(get(Webhooks).rotateSecret(firm, id)).rejects.toMatchObject(notFound);
    await expect(get(Webhooks).change(firm, id, { active: false })).rejects.toMatchObject(notFound);
    await expect(get(Deliveries).page(firm, id, { limit: 1 })).rejects.toMatchObject(notFound);
    await expect(get(Deliveries).test(firm, id)).rejects.toMatchObject(notFound);
    await expect(get(Deliveries).again(firm, delivery.id)).rejects.toMatchObject({
      code: 'webhooks.delivery-not-found',
    });
    const trial = await keyHolder(context, 'school', { sandbox: true });
    await expect(get(Webhooks).list(trial)).rejects.toMatchObject({ code: 'platform.not-allowed' });
    await get(Webhooks).change(school, id, { active: false });
    expect(await get(SendDue).run()).toBe(0);
    await get(Webhooks).remove(school, id);
    expect(await get(Webhooks).list(school)).toEqual([]);
  });

  it('is one of ten at most', async () => {
    for (let count = 0; count < 10; count += 1) await get(Webhooks).create(school, wanted());
    await expect(get(Webhooks).create(school, wanted())).rejects.toMatchObject({ code: 'webhooks.too-many' });
  });
});
