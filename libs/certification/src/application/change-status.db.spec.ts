import type { CertificateNumber, Principal } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { CheckCertificate } from '@hz/verification';
import type { Credential } from '@hz/verification/contract';
import { CertificateCannotBecome, CertificateNotFound, NameUnchanged } from '../contract';
import { certificationWorld, type CertificationWorld } from '../testing/certification.fixture';
import { awarded, crashedAt, issued, ledgerOf } from '../testing/issuing.fixture';
import { CertificateHistories } from './certificate-history.query';
import { ChangeCertificateStatus } from './change-status.command';
import { IssueCertificate } from './issue-certificate.command';
import { HolderCredentials } from './holder/holder-credentials.query';
import { MyCertificates } from './my-certificates.query';
import { ReissueCertificate } from './reissue-certificate.command';

let world: CertificationWorld;
let manager: Principal;

beforeAll(async () => {
  world = await certificationWorld();
  ({ who: manager } = await world.person('管理员', 'exam-manager'));
}, 120_000);
afterAll(() => world.context.close());

const change = (number: string, kind: 'suspend' | 'reinstate' | 'revoke', reason = '需要核实') =>
  world.get(ChangeCertificateStatus).run(manager, number, kind, reason);
const reissue = (number: string, kind: 'lost' | 'renamed') =>
  world.get(ReissueCertificate).run(manager, number, { kind, reason: '持证人申请' });
const answer = (number: string) => world.get(CheckCertificate).run({ number });
const leaves = (number: string) =>
  world.sql<{ kind: string }>('SELECT kind FROM transparency.entry WHERE subject = $1 ORDER BY id', [number]);
const events = async (number: string) =>
  (
    await world.sql<{ event: string }>(
      `SELECT event FROM platform.outbox WHERE payload ->> 'number' = $1 AND event NOT LIKE '%-intended' ORDER BY id`,
      [number],
    )
  ).map(({ event }) => event.replace('certification.certificate-', ''));
const rename = (personId: string, name: string) =>
  world
    .get(UnitOfWork)
    .run((tx) => tx.query('UPDATE identity.person SET legal_name = $2 WHERE id = $1', [personId, name]));

describe('suspension and reinstatement', () => {
  it('show to verifier, status list, log and audit at once, each time; a repeat changes nothing (P2)', async () => {
    const { number } = await issued(world);
    await change(number, 'suspend');
    await change(number, 'suspend', '再次暂停');
    await expect(answer(number)).resolves.toMatchObject({ verdict: 'not-valid', reason: 'suspended' });
    world.context.clock.advance(1_000);
    await change(number, 'reinstate', '核实无误');
    await expect(answer(number)).resolves.toMatchObject({ verdict: 'valid' });
    world.context.clock.advance(1_000);
    await change(number, 'suspend', '又有疑问');
    expect((await leaves(number)).map(({ kind }) => kind)).toEqual(['issue', 'suspend', 'reinstate', 'suspend']);
    expect(await events(number)).toEqual(['issued', 'suspended', 'reinstated', 'suspended']);
    const history = await world.get(CertificateHistories).run(number);
    expect(history).toMatchObject({ status: 'suspended', statusReason: '又有疑问', logged: true, replaces: null });
    expect(history.changes.map(({ kind, reason }) => `${kind} ${reason}`)).toEqual([
      'suspend 需要核实',
      'reinstate 核实无误',
      'suspend 又有疑问',
    ]);
    const audited = await world.sql<{ action: string }>(
      'SELECT action FROM audit.entry WHERE object_id = $1 ORDER BY id',
      [number],
    );
    expect(audited.slice(-3).map(({ action }) => action)).toEqual([
      'certification.certificate-suspended',
      'certification.certificate-reinstated',
      'certification.certificate-suspended',
    ]);
  }, 60_000);

  it('are refused where the life of a certificate does not lead there', async () => {
    const { number } = await issued(world);
    await expect(change(number, 'reinstate')).resolves.toBeUndefined();
    expect(await events(number)).toEqual(['issued']);
    await change(number, 'revoke');
    await expect(change(number, 'suspend')).rejects.toThrow(CertificateCannotBecome);
    await expect(change(number, 'reinstate')).rejects.toThrow(CertificateCannotBecome);
    const unissued = await awarded(world);
    await expect(change(unissued.number, 'reinstate')).rejects.toThrow(CertificateCannotBecome);
    await expect(change(unissued.number, 'suspend')).rejects.toThrow(CertificateCannotBecome);
    await expect(change('HZ-NONE', 'suspend')).rejects.toThrow(CertificateNotFound);
  }, 60_000);

  it('leave nothing behind when the log cannot take them', async () => {
    const { number } = await issued(world);
    await world.get(UnitOfWork).run((tx) => tx.query('ALTER TABLE transparency.entry RENAME TO entry_away'));
    await expect(change(number, 'suspend')).rejects.toThrow('transparency.entry');
    await world.get(UnitOfWork).run((tx) => tx.query('ALTER TABLE transparency.entry_away RENAME TO entry'));
    await expect(answer(number)).resolves.toMatchObject({ verdict: 'valid' });
    expect(await events(number)).toEqual(['issued']);
  }, 60_000);
});

describe('issuing again', () => {
  it('lost: the same certificate as a duplicate; number, credential and log stay', async () => {
    const { number, who } = await issued(world);
    const before = await world.get(HolderCredentials).credential(who, number, 'whole-score');
    const pdf = await world.get(MyCertificates).pdf(who, number);
    await expect(reissue(number, 'lost')).resolves.toEqual({ number });
    await expect(reissue(number, 'lost')).resolves.toEqual({ number });
    expect(await world.get(HolderCredentials).credential(who, number, 'whole-score')).toBe(before);
    expect((await world.get(MyCertificates).pdf(who, number)).subarray(0, 5)).toEqual(pdf.subarray(0, 5));
    expect((await leaves(number)).map(({ kind }) => kind)).toEqual(['issue']);
    await expect(answer(number)).resolves.toMatchObject({ verdict: 'valid' });
  }, 60_000);

  it('renamed: a new number takes the place of the old one, which stays valid until then and names it afterwards', async () => {
    const { number, personId, who } = await issued(world);
    await expect(reissue(number, 'renamed')).rejects.toThrow(NameUnchanged);
    await rename(personId, '欧阳晓晴');
    const { number: renamed } = await reissue(number, 'renamed');
    await expect(reissue(number, 'renamed')).resolves.toEqual({ number: renamed });
    expect(renamed).not.toBe(number);
    await expect(answer(number)).resolves.toMatchObject({ verdict: 'valid' });
    for (const point of ['certification.issue.after-signing', 'certification.publish.before-commit']) {
      await crashedAt(world, point, renamed);
      await expect(answer(number)).resolves.toMatchObject({ verdict: 'valid' });
      await expect(answer(renamed)).resolves.toMatchObject({ reason: 'not-found' });
    }
    await world.get(IssueCertificate).run(renamed);
    await world.get(IssueCertificate).run(renamed);
    await expect(answer(number)).resolves.toMatchObject({ verdict: 'not-valid', reason: 'superseded' });
    await expect(answer(renamed)).resolves.toMatchObject({ verdict: 'valid' });
    await expect(world.get(CheckCertificate).run({ number, name: '欧阳晓明' })).resolves.toMatchObject({
      supersededBy: renamed,
    });
    expect((await leaves(number)).map(({ kind }) => kind)).toEqual(['issue', 'supersede']);
    expect(await events(number)).toEqual(['issued', 'superseded']);
    expect(await ledgerOf(world, personId)).toMatchObject({
      certificates: [
        { number, status: 'superseded' },
        { number: renamed, status: 'valid' },
      ],
      published: 2,
      entries: 2,
      events: 2,
    });
    const [old, now] = await Promise.all(
      [number, renamed].map(
        async (one) => JSON.parse(await world.get(HolderCredentials).credential(who, one, 'whole-score')) as Credential,
      ),
    );
    expect(now!.credentialSubject.identifier[0]!.identityHash).toBe('欧阳晓晴');
    expect(now!.credentialSubject.result).toEqual(old!.credentialSubject.result);
    expect({ ...now!, validUntil: 0 }).toMatchObject({ awardedDate: old!.awardedDate });
    expect(now!.validUntil).toBe(old!.validUntil);
    await expect(reissue(number, 'renamed')).rejects.toThrow(CertificateCannotBecome);
  }, 60_000);

  it('renamed: what was suspended meanwhile is not made good by a new number; the issue is seen to be stuck', async () => {
    const { number, personId } = await issued(world);
    await rename(personId, '欧阳晓晴');
    const { number: renamed } = await reissue(number, 'renamed');
    await change(number, 'suspend');
    await expect(world.get(IssueCertificate).run(renamed as CertificateNumber)).rejects.toThrow(
      CertificateCannotBecome,
    );
    await expect(answer(renamed)).resolves.toMatchObject({ reason: 'not-found' });
    await expect(answer(number)).resolves.toMatchObject({ reason: 'suspended' });
    await change(number, 'reinstate');
    await world.get(IssueCertificate).run(renamed);
    await expect(answer(renamed)).resolves.toMatchObject({ verdict: 'valid' });
  }, 60_000);
});
