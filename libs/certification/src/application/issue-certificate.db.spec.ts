import { UnitOfWork } from '@hz/platform';
import { CheckCertificate } from '@hz/verification';
import type { Credential } from '@hz/verification/contract';
import { CertificateCannotBecome, CertificateNotFound, CredentialRefused } from '../contract';
import { certificationWorld, type CertificationWorld } from '../testing/certification.fixture';
import { awarded, crashedAt, EVERY_COMPONENT, intentsOf, issuedOnce, ledgerOf } from '../testing/issuing.fixture';
import { AwardCertificate } from './award-certificate.command';
import { IssueCertificate } from './issue-certificate.command';
import { HolderCredentials } from './holder/holder-credentials.query';
import { MyCertificates } from './my-certificates.query';
import { RevokeCertificate } from './revoke-certificate.command';

const CRASH_POINTS = [
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

let world: CertificationWorld;
beforeAll(async () => {
  world = await certificationWorld();
}, 120_000);
afterAll(() => world.context.close());

describe('the award', () => {
  it('P2: comes once for a person and scheme version, however often and at once the result is heard of', async () => {
    const { personId, resultId } = await awarded(world);
    const award = world.get(AwardCertificate);
    await Promise.all([award.run(resultId), award.run(resultId), award.run(resultId)]);
    await award.run(await world.released(personId, EVERY_COMPONENT));
    expect(await intentsOf(world, personId)).toEqual([
      { number: expect.stringMatching(/^HZ-2026-\d\d4-\d{6}-[0-9A-Z]$/) as string, status: 'issuing' },
    ]);
    const events = await world.sql(`SELECT 1 FROM platform.outbox WHERE event = 'certification.certificate-intended'`);
    const certificates = await world.sql('SELECT 1 FROM certification.certificate');
    expect(events).toHaveLength(certificates.length);
  });

  it('P2: to many at once gives each a number of its own', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => world.person()));
    const results = await Promise.all(people.map(({ personId }) => world.released(personId, EVERY_COMPONENT)));
    await Promise.all(results.map((id) => world.get(AwardCertificate).run(id)));
    const numbers = await Promise.all(people.map(({ personId }) => intentsOf(world, personId)));
    expect(new Set(numbers.flat().map(({ number }) => number)).size).toBe(8);
  });

  it('waits until every component is passed, in whichever sitting', async () => {
    const { personId } = await world.person();
    const award = async (components: Parameters<typeof world.released>[1]) =>
      world.get(AwardCertificate).run(await world.released(personId, components));
    await award({ theory: true, practical: false });
    expect(await intentsOf(world, personId)).toEqual([]);
    world.context.clock.advance(1);
    await award({ practical: true });
    expect(await intentsOf(world, personId)).toHaveLength(1);
  });

  it('P2: the database itself allows one live certificate for an achievement', async () => {
    const { number } = await awarded(world);
    const copy = world.get(UnitOfWork).run((tx) =>
      tx.query(
        `INSERT INTO certification.certificate (number, achievement_id, person_id, status, holder_name, title, level, unsigned_bytes,
           unsigned_hash, code_sealed, intended_at, expires_at, log_salt)
         SELECT 'HZ-COPY', achievement_id, person_id, status, holder_name, title, level, unsigned_bytes, 'other', code_sealed,
           intended_at, expires_at, log_salt FROM certification.certificate WHERE number = $1`,
        [number],
      ),
    );
    await expect(copy).rejects.toThrow('one_certificate_in_the_making_per_achievement');
  });
});

describe('the issue', () => {
  it('makes a certificate that a stranger finds valid, and its holder alone can fetch (P7, P9)', async () => {
    const { who, number } = await awarded(world);
    await world.get(IssueCertificate).run(number);
    const mine = world.get(MyCertificates);
    const [view] = await mine.list(who);
    expect(view).toMatchObject({ number, status: 'valid', holderName: '欧阳晓明', level: 'L4', revokedReason: null });
    const code = new URL(view!.verificationUrl!).searchParams.get('code')!;
    expect(Buffer.from(code, 'base64url').length * 8).toBeGreaterThanOrEqual(64);
    const check = world.get(CheckCertificate);
    await expect(check.run({ number, code })).resolves.toMatchObject({
      verdict: 'valid',
      certificate: { holderName: '欧阳晓明', title: world.scheme.body.title },
    });
    expect((await mine.pdf(who, number)).subarray(0, 5).toString()).toBe('%PDF-');
    const credential = JSON.parse(
      await world.get(HolderCredentials).credential(who, number, 'whole-score'),
    ) as Credential;
    expect(credential.credentialSubject.achievement.alignment.map(({ targetCode }) => targetCode)).toEqual([
      'prompt-design',
      'security-and-compliance',
    ]);
    const other = await world.person('王小明');
    await expect(mine.pdf(other.who, number)).rejects.toThrow(CertificateNotFound);

    await expect(mine.list(other.who)).resolves.toEqual([]);
  }, 60_000);

  it('P2: run twice, also at once, is one', async () => {
    const { personId, number } = await awarded(world);
    const issue = world.get(IssueCertificate);
    await Promise.all([issue.run(number), issue.run(number)]);
    await issue.run(number);
    expect(await ledgerOf(world, personId)).toEqual(issuedOnce(number));
  }, 120_000);

  it.each(CRASH_POINTS)(
    'P2: a crash %s neither loses nor doubles it',
    async (point) => {
      const { personId, number } = await awarded(world);
      await crashedAt(world, point, number);
      await world.get(IssueCertificate).run(number);
      expect(await ledgerOf(world, personId)).toEqual(issuedOnce(number));
    },
    120_000,
  );

  it('is seen to double with the number not recorded first', async () => {
    const unprotected = await certificationWorld({ HZ_TEST_SWITCHES: 'without:number-first' });
    const { personId, number } = await awarded(unprotected);
    await crashedAt(unprotected, 'certification.issue.after-publish', number);
    // The log refuses to prove the first number by the second one's salt; by then two numbers are published.
    await expect(unprotected.get(IssueCertificate).run(number)).rejects.toThrow('logged-differently');
    const { published } = await ledgerOf(unprotected, personId);
    await unprotected.context.close();
    expect(published).toBe(2);
  }, 180_000);

  it('releases nothing whose recorded bytes were altered', async () => {
    const { personId, number } = await awarded(world);
    await world.get(UnitOfWork).run(async (tx) => {
      await tx.query('SET LOCAL session_replication_role = replica');
      await tx.query(
        `UPDATE certification.certificate SET unsigned_bytes = replace(unsigned_bytes, '"hashed":false', '"hashed":true') WHERE number = $1`,
        [number],
      );
    });
    await expect(world.get(IssueCertificate).run(number)).rejects.toThrow(CredentialRefused);
    expect(await ledgerOf(world, personId)).toMatchObject({
      certificates: [{ number, status: 'issuing' }],
      published: 0,
      forms: 0,
      entries: 0,
      events: 0,
    });
  });
});

describe('revocation', () => {
  it('reaches holder, verifier and status list at once; a repeat changes nothing; there is no way back', async () => {
    const { who, number, personId } = await awarded(world);
    const { who: administrator } = await world.person('管理员', 'administrator');
    const revoke = world.get(RevokeCertificate);
    await expect(revoke.run(administrator, number, '冒名顶替')).rejects.toThrow(CertificateCannotBecome);
    await world.get(IssueCertificate).run(number);
    await revoke.run(administrator, number, '冒名顶替');
    await revoke.run(administrator, number, '再次撤销');
    const [view] = await world.get(MyCertificates).list(who);
    expect(view).toMatchObject({ status: 'revoked', revokedReason: '冒名顶替' });
    await expect(world.get(CheckCertificate).run({ number, name: '欧阳晓明' })).resolves.toMatchObject({
      verdict: 'not-valid',
      reason: 'revoked',
    });
    const events = await world.sql(
      `SELECT payload FROM platform.outbox WHERE event = 'certification.certificate-revoked'`,
    );
    expect(events).toEqual([{ payload: { number, personId, reason: '冒名顶替' } }]);
    const audited = await world.sql(
      `SELECT 1 FROM audit.entry WHERE action = 'certification.certificate-revoked' AND object_id = $1`,
      [number],
    );
    expect(audited).toHaveLength(1);
    await expect(revoke.run(administrator, 'HZ-NONE', 'reason')).rejects.toThrow(CertificateNotFound);
  }, 60_000);
});
