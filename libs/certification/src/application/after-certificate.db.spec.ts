import { instant, MS_PER_DAY, plus, type CertificateNumber } from '@hz/kernel';
import iconv from 'iconv-lite';
import {
  AppealDecidedAlready,
  AppealOfOwnDecision,
  CannotAppeal,
  CannotRenewYet,
  CertificateNotFound,
  EducationDayNotCounted,
  EducationDecidedAlready,
  PublicPageNotFound,
  SlugTaken,
  type EducationInput,
} from '../contract';
import { certificationWorld, type CertificationWorld } from '../testing/certification.fixture';
import { EVERY_COMPONENT, issued } from '../testing/issuing.fixture';
import { AppealCases } from './appeal/appeal-cases.query';
import { DecideAppeal } from './appeal/decide-appeal.command';
import { FileAppeal, MyAppeals } from './appeal/my-appeal';
import { CertificateExports } from './export/certificate-exports';
import { ExportMappings } from './export/export-mappings';
import { IssueCertificate } from './issue-certificate.command';
import { MyCertificates } from './my-certificates.query';
import { MyPublicPages, PutPublicPage } from './public-page/my-public-page';
import { PublicPages } from './public-page/public-page.query';
import { DecideEducation } from './renewal/decide-education.command';
import { EducationCases } from './renewal/education-cases.query';
import { HandInEducation } from './renewal/hand-in-education.command';
import { MyRenewal } from './renewal/my-renewal.query';
import { RecordSkillBaseline } from './renewal/record-baseline.command';
import { RemindRegistrations } from './renewal/remind-registrations.command';
import { RenewRegistration } from './renewal/renew-registration.command';
import { RevokeCertificate } from './revoke-certificate.command';

const COURSE: EducationInput = {
  title: '大模型安全',
  provider: '某大学',
  hours: 60,
  completedOn: '2026-11-24',
  evidence: '结业证书编号 2026-17',
  evidenceLink: null,
};

let world: CertificationWorld;
let start: ReturnType<typeof instant>;
beforeAll(async () => {
  world = await certificationWorld();
  start = world.context.clock.now();
}, 120_000);
afterAll(() => world.context.close());
beforeEach(() => world.context.clock.set(start));

const today = () => new Date(world.context.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const endOf = async (number: string) =>
  (
    await world.sql<{ at: Date }>('SELECT expires_at AS at FROM certification.certificate WHERE number = $1', [number])
  )[0]!.at;
const mailsDue = (number: string) =>
  world.sql<{ key: string }>(
    `SELECT payload ->> 'days' AS key FROM platform.outbox WHERE event = 'certification.registration-ending'
      AND payload ->> 'number' = $1 ORDER BY 1`,
    [number],
  );

describe('the renewal of a registration', () => {
  it('needs approved hours in the window, gives a new number with a new end, and counts the hours once (P2, P9)', async () => {
    const { who, number } = await issued(world);
    await world.get(RecordSkillBaseline).run(number);
    const manager = await world.person('管理员', 'exam-manager');
    const renew = world.get(RenewRegistration);
    await world.get(HandInEducation).run(who, number, { ...COURSE, completedOn: today() });
    await expect(world.get(HandInEducation).run(who, number, { ...COURSE, completedOn: '2020-01-01' })).rejects.toThrow(
      EducationDayNotCounted,
    );
    const stranger = await world.person('王小明');
    await expect(world.get(HandInEducation).run(stranger.who, number, COURSE)).rejects.toThrow(CertificateNotFound);
    await expect(renew.run(stranger.who, number)).rejects.toThrow(CertificateNotFound);

    await expect(world.get(MyRenewal).run(who, number)).resolves.toMatchObject({
      hours: { wanted: 60, approved: 0, waiting: 60, missing: 60 },
      obstacles: ['too-early', 'hours'],
      delta: { changed: [], components: [] },
    });
    const { rows } = await world.get(EducationCases).run({ status: 'waiting', limit: 10 });
    expect(rows).toMatchObject([{ holderName: '欧阳晓明', hours: 60, certification: world.scheme.body.title }]);
    const decide = world.get(DecideEducation);
    await decide.run(manager.who, rows[0]!.id, { approve: true, reason: null });
    await expect(decide.run(manager.who, rows[0]!.id, { approve: false, reason: '重复' })).rejects.toThrow(
      EducationDecidedAlready,
    );
    await expect(renew.run(who, number)).rejects.toThrow(CannotRenewYet);

    const end = instant((await endOf(number)).getTime());
    world.context.clock.set(plus(end, -100 * MS_PER_DAY));
    const [first, second] = await Promise.all([renew.run(who, number), renew.run(who, number)]);
    expect(second).toEqual(first);
    await world.get(IssueCertificate).run(first.number);
    const mine = await world.get(MyCertificates).list(who);
    expect(mine.map(({ number: each, status }) => [each, status])).toEqual([
      [first.number, 'valid'],
      [number, 'superseded'],
    ]);
    expect(mine[0]!.expiresAt! - end).toBeGreaterThan(364 * MS_PER_DAY);
    await world.get(RecordSkillBaseline).run(first.number);
    await expect(world.get(MyRenewal).run(who, first.number)).resolves.toMatchObject({
      hours: { approved: 0, missing: 60 },
    });
  }, 120_000);

  it('asks for skills that changed since, and takes them from a later result', async () => {
    const { who, personId, number } = await issued(world);
    await world.get(RecordSkillBaseline).run(number);
    await world.sql(
      `UPDATE certification.skill_baseline SET skills = skills || '{"prompt-design": "something else"}' WHERE number = $1`,
      [number],
    );
    const delta = async () => (await world.get(MyRenewal).run(who, number)).delta.changed;
    expect(await delta()).toMatchObject([{ id: 'prompt-design', shown: false }]);
    world.context.clock.advance(MS_PER_DAY);
    await world.released(personId, EVERY_COMPONENT);
    expect(await delta()).toMatchObject([{ id: 'prompt-design', shown: true }]);
  }, 120_000);
});

describe('reminders', () => {
  it('P2: go out 90, 30 and 7 days before the end, once each, however often and at once the sweep runs; none after a revocation', async () => {
    const [{ number }, revoked] = [await issued(world), await issued(world)];
    const end = instant((await endOf(number)).getTime());
    const remind = world.get(RemindRegistrations);
    await remind.run();
    expect(await mailsDue(number)).toEqual([]);
    const admin = await world.person('管理员', 'administrator');
    await world.get(RevokeCertificate).run(admin.who, revoked.number, '冒名');
    for (const days of [90, 60, 30, 7, 1, -1]) {
      world.context.clock.set(plus(end, -days * MS_PER_DAY));
      await Promise.all([remind.run(), remind.run()]);
      await remind.run();
    }
    expect((await mailsDue(number)).map(({ key }) => key)).toEqual(['30', '7', '90']);
    expect(await mailsDue(revoked.number)).toEqual([]);
  }, 120_000);
});

describe('an appeal', () => {
  it('upheld by somebody else leads to a new number; the revocation stays (P8, P9)', async () => {
    const { who, number } = await issued(world);
    const [admin, manager] = [await world.person('甲', 'administrator'), await world.person('乙', 'exam-manager')];
    await expect(world.get(FileAppeal).run(who, number, '我没有作弊，请复核。')).rejects.toThrow(CannotAppeal);
    await world.get(RevokeCertificate).run(admin.who, number, '疑似替考');
    await expect(world.get(FileAppeal).run(manager.who, number, '我没有作弊，请复核。')).rejects.toThrow(
      CertificateNotFound,
    );
    await world.get(FileAppeal).run(who, number, '我没有作弊，请复核。');
    await expect(world.get(FileAppeal).run(who, number, '我没有作弊，请复核。')).rejects.toThrow(CannotAppeal);
    const mineToDecide = async (of: typeof who) =>
      (await world.get(AppealCases).run(of, { status: 'open', limit: 10 })).rows.find((row) => row.number === number);
    expect(await mineToDecide(admin.who)).toMatchObject({ mayDecide: false, revokedReason: '疑似替考' });
    const { id, mayDecide } = (await mineToDecide(manager.who))!;
    expect(mayDecide).toBe(true);
    const decide = world.get(DecideAppeal);
    const upheld = { uphold: true, reason: '录像证明本人参考' };
    await expect(decide.run(admin.who, id, upheld)).rejects.toThrow(AppealOfOwnDecision);
    await decide.run(manager.who, id, upheld);
    await expect(decide.run(manager.who, id, upheld)).rejects.toThrow(AppealDecidedAlready);
    const { appeal } = await world.get(MyAppeals).run(who, number);
    expect(appeal).toMatchObject({ status: 'upheld', decisionReason: upheld.reason });
    await world.get(IssueCertificate).run(appeal!.newNumber as CertificateNumber);
    const mine = new Map((await world.get(MyCertificates).list(who)).map((each) => [each.number, each.status]));
    expect([mine.get(number), mine.get(appeal!.newNumber as string)]).toEqual(['revoked', 'valid']);
  }, 120_000);

  it('too late is none', async () => {
    const { who, number } = await issued(world);
    const admin = await world.person('甲', 'administrator');
    await world.get(RevokeCertificate).run(admin.who, number, '疑似替考');
    world.context.clock.advance(31 * MS_PER_DAY);
    await expect(world.get(FileAppeal).run(who, number, '我没有作弊，请复核。')).rejects.toThrow(CannotAppeal);
    await expect(world.get(MyAppeals).run(who, number)).resolves.toMatchObject({ may: false, appeal: null });
  }, 60_000);
});

describe('the public page', () => {
  it('is off by default, shows what was ticked, and is gone at once when it is taken back', async () => {
    const { who, number } = await issued(world);
    const pages = world.get(PublicPages);
    const before = await world.get(MyPublicPages).run(who);
    expect(before).toMatchObject({ shown: false, url: null, nameShown: 'masked' });
    const put = world.get(PutPublicPage);
    const foreign = await issued(world);
    const notMine = (await world.get(MyPublicPages).run(foreign.who)).achievements[0]!.id;
    const ticked = [before.achievements[0]!.id, notMine];
    const page = { shown: true, slug: null, nameShown: 'masked' as const, achievementIds: ticked, skillsShown: false };
    await put.run(who, page);
    const { url } = await world.get(MyPublicPages).run(who);
    const slug = url!.split('/').at(-1)!;
    expect(slug).toMatch(/^[\w-]{22}$/);
    await expect(pages.run(slug)).resolves.toMatchObject({
      name: '欧**',
      certificates: [{ number, status: 'valid' }],
      skills: [],
    });
    await put.run(who, { ...page, slug: 'ouyang', nameShown: 'whole', achievementIds: [], skillsShown: true });
    await expect(pages.run('ouyang')).resolves.toEqual({ name: '欧阳晓明', certificates: [], skills: [] });
    await expect(pages.run(slug)).rejects.toThrow(PublicPageNotFound);
    await expect(put.run(foreign.who, { ...page, slug: 'ouyang' })).rejects.toThrow(SlugTaken);
    await put.run(who, { ...page, slug: 'ouyang', shown: false });
    await expect(pages.run('ouyang')).rejects.toThrow(PublicPageNotFound);
  }, 120_000);
});

describe('an export', () => {
  it('writes certificates by a mapping, in UTF-8 with a mark or in GB18030, and is audited', async () => {
    const { number } = await issued(world);
    const admin = await world.person('甲', 'administrator');
    const columns = [
      { header: '证书编号', field: 'number' as const },
      { header: '姓名', field: 'holderName' as const },
      { header: '=危险', constant: '=1+1' },
    ];
    const scope = { from: today(), to: today() };
    const exports = world.get(CertificateExports);
    expect((await exports.preview(admin.who, { columns, scope: {} })).total).toBeGreaterThan(0);
    const preview = await exports.preview(admin.who, { columns, scope });
    expect(preview.header).toEqual(['证书编号', '姓名', '=危险']);
    expect(preview.total).toBeGreaterThan(0);
    const read = async (lines: AsyncIterable<Buffer>) => {
      const parts: Buffer[] = [];
      for await (const part of lines) parts.push(part);
      return Buffer.concat(parts);
    };
    const wanted = `"${number}","欧阳晓明","'=1+1"\r\n`;
    for (const encoding of ['utf-8', 'gb18030'] as const) {
      const { id } = await world.get(ExportMappings).add(admin.who, { name: `查询 ${encoding}`, encoding, columns });
      const file = await read((await exports.mapped(admin.who, id, scope)).lines);
      expect(file.subarray(0, 3).equals(Buffer.from('\uFEFF'))).toBe(encoding === 'utf-8');
      expect(iconv.decode(file, encoding)).toContain(wanted);
    }
    const outcomes = (await read(await exports.learningOutcomes(admin.who, 'utf-8', scope))).toString();
    expect(outcomes).toContain('"学分"');
    expect(outcomes.split('\r\n').find((line) => line.includes(number))).toContain('"4"');
    const audited = await world.sql(`SELECT 1 FROM audit.entry WHERE action = 'certification.certificates-exported'`);
    expect(audited).toHaveLength(3);
  }, 60_000);
});
