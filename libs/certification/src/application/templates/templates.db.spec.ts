import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { SessionId } from '@hz/kernel';
import { encodePng, PdfPress } from '@hz/platform';

import { unzipSync } from 'fflate';
import { BUILT_IN_TEMPLATE, DEFAULT_SCOPE } from '../../contract';
import { certificationWorld, type CertificationWorld } from '../../testing/certification.fixture';
import { inkIn } from '../../testing/rendered';
import { AwardCertificate } from '../award-certificate.command';
import { Cohort } from '../cohort/cohort.query';
import { HolderDocuments } from '../holder/holder-documents.query';
import { IssueCertificate } from '../issue-certificate.command';
import { PrintedDocuments } from '../printed-documents.query';
import { PublishTemplate, SaveTemplateDraft } from './edit-template.command';
import { TemplateList } from './template-list.query';
import { TemplatePictures } from './template-pictures';
import { TemplatePreview } from './template-preview.query';

const RED_SQUARE = encodePng({
  width: 40,
  height: 40,
  rgb: Buffer.alloc(4_800, Buffer.from([180, 0, 0])),
  alpha: null,
});
const SESSION = '01920000-0000-7000-8000-00000000c0c0' as SessionId;
/** Where the seal stands. */
const SEAL = { left: 500, top: 440, right: 570, bottom: 510 };

describe('templates and documents', () => {
  let world: CertificationWorld;
  let admin: Awaited<ReturnType<CertificationWorld['person']>>['who'];
  beforeAll(async () => {
    world = await certificationWorld();
    admin = (await world.person('管理员', 'administrator')).who;
  }, 120_000);
  afterAll(async () => {
    await world.get(PdfPress).onApplicationShutdown();
    await world.context.close();
  });

  async function issued(name: string) {
    const { personId } = await world.person(name);
    const resultId = await world.released(personId, { theory: true, practical: true, review: true }, SESSION);
    await world.get(AwardCertificate).run(resultId);
    const [row] = await world.sql<{ number: never }>(
      'SELECT number FROM certification.certificate WHERE person_id = $1',
      [personId],
    );
    await world.get(IssueCertificate).run(row!.number);
    const [done] = await world.sql<{ number: string; pdf_hash: string; template_version_id: string; bytes: Buffer }>(
      `SELECT number, pdf_hash, template_version_id, bytes FROM certification.certificate
         JOIN certification.pdf ON hash = pdf_hash WHERE number = $1`,
      [row!.number],
    );
    return { ...done!, resultId };
  }

  it('keep each certificate as it was printed, whatever is published later (P5)', async () => {
    const before = await issued('欧阳晓明');
    const picture = await world.get(TemplatePictures).add(admin, RED_SQUARE);
    expect(picture).toMatchObject({ width: 40, height: 40 });
    const body = { ...BUILT_IN_TEMPLATE, seal: picture.hash, heading: { zh: '技能证书', en: 'SKILL CERTIFICATE' } };
    const scope = world.scheme.id;
    const { revision } = await world.get(SaveTemplateDraft).run(scope, { body, revision: 0 });
    const middle = await issued('王芳');
    expect(middle.template_version_id).toBe(before.template_version_id);
    expect(await world.get(PublishTemplate).run(admin, scope, revision)).toEqual({ version: 1 });
    const after = await issued('李鄯');
    expect(after.template_version_id).not.toBe(before.template_version_id);
    expect(inkIn(after.bytes, SEAL)).toBeGreaterThan(0.95);
    expect(inkIn(before.bytes, SEAL)).toBeLessThan(0.6);
    const file = join(mkdtempSync(join(tmpdir(), 'hz-template-')), 'after.pdf');
    writeFileSync(file, after.bytes);
    expect(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })).toContain('SKILL CERTIFICATE');
    await expect(
      world.sql(`UPDATE certification.template_version SET version = 9 WHERE id = $1`, [after.template_version_id]),
    ).rejects.toThrow('never changes');
    await expect(
      world.sql(`UPDATE certification.certificate SET template_version_id = $2 WHERE number = $1`, [
        before.number,
        after.template_version_id,
      ]),
    ).rejects.toThrow('never changes');
  }, 120_000);

  it('are saved by one after the other, and published as they were looked at', async () => {
    const save = world.get(SaveTemplateDraft);
    const body = BUILT_IN_TEMPLATE;
    await save.run(DEFAULT_SCOPE, { body, revision: 0 });
    await expect(save.run(DEFAULT_SCOPE, { body, revision: 0 })).rejects.toThrow('certification.template-changed');
    await save.run(DEFAULT_SCOPE, { body, revision: 1 });
    const publish = world.get(PublishTemplate);
    await expect(publish.run(admin, DEFAULT_SCOPE, 1)).rejects.toThrow('certification.template-changed');
    // What was built in became the first default version with the first certificate.
    expect(await publish.run(admin, DEFAULT_SCOPE, 2)).toEqual({ version: 2 });
    await expect(publish.run(admin, DEFAULT_SCOPE, 2)).rejects.toThrow('certification.template-not-found');
    const list = await world.get(TemplateList).all();
    expect(list[0]).toMatchObject({ scope: DEFAULT_SCOPE, version: 2, hasDraft: false });
    expect(list.length).toBeGreaterThan(5);
  });

  it('name only pictures that are there, and take none that is not one', async () => {
    const body = { ...BUILT_IN_TEMPLATE, seal: 'a'.repeat(64) };
    const draft = world.get(SaveTemplateDraft).run(DEFAULT_SCOPE, { body, revision: 0 });
    await expect(draft).rejects.toThrow('certification.picture-not-found');
    const svg = world.get(TemplatePictures).add(admin, Buffer.from('<svg onload="alert(1)"/>'));
    await expect(svg).rejects.toThrow('certification.picture-refused');
  });

  it('are looked at as they will be printed, as a specimen that nobody signed', async () => {
    const pdf = await world.get(TemplatePreview).run(DEFAULT_SCOPE, BUILT_IN_TEMPLATE);
    const file = join(mkdtempSync(join(tmpdir(), 'hz-template-')), 'preview.pdf');
    writeFileSync(file, pdf);
    const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
    expect(text).toContain('Specimen');
    expect(pdf.includes('/Sig')).toBe(false);
  });

  it('are beside papers that only their holder gets, signed alike, and the same each time', async () => {
    const { personId, who } = await world.person('欧阳晓红');
    await world
      .get(AwardCertificate)
      .run(await world.released(personId, { theory: true, practical: true, review: true }));
    const [row] = await world.sql<{ number: never }>(
      'SELECT number FROM certification.certificate WHERE person_id = $1',
      [personId],
    );
    const documents = world.get(HolderDocuments);
    await expect(documents.scoreReport(who, row!.number)).rejects.toThrow('certification.not-ready');
    await world.get(IssueCertificate).run(row!.number);
    await expect(documents.scoreReport(admin, row!.number)).rejects.toThrow('certification.certificate-not-found');
    const folder = mkdtempSync(join(tmpdir(), 'hz-papers-'));
    for (const [kind, words] of [
      ['scoreReport', ['成绩单', '欧阳晓红', '83.5', 'Theory', '提示词']],
      ['registrationCard', ['注册卡', '欧阳晓红', 'Registered']],
    ] as const) {
      const pdf = await documents[kind](who, row!.number);
      expect(pdf.equals(await documents[kind](who, row!.number))).toBe(true);
      const file = join(folder, `${kind}.pdf`);
      writeFileSync(file, pdf);
      const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
      for (const word of words) expect(text).toContain(word);
      const report = execFileSync('pdfsig', [file], { encoding: 'utf8' });
      expect(report).toContain('Signature is Valid');
      expect(report).toContain('Total document signed');
    }
  }, 120_000);

  it('go out under the hash of their bytes, and as one archive for a session', async () => {
    const rows = await world.sql<{ pdf_hash: string; number: string }>(
      'SELECT pdf_hash, number FROM certification.certificate',
    );
    const { bytes, number } = await world.get(PrintedDocuments).byHash(rows[0]!.pdf_hash);
    expect(number).toBe(rows[0]!.number);
    await expect(world.get(PrintedDocuments).byHash('0'.repeat(64))).rejects.toThrow(
      'certification.document-not-found',
    );

    const cohort = world.get(Cohort);
    expect(await cohort.progress(SESSION)).toEqual({ awarded: 3, issued: 3, printed: 3 });
    const { length, stream } = await cohort.archive(admin, SESSION);
    const archive = await buffer(stream);
    expect(archive.length).toBe(length);
    const files = unzipSync(archive);
    expect(Object.keys(files)).toHaveLength(3);
    const one = Object.entries(files).find(([name]) => name.startsWith(number))!;
    expect(Buffer.from(one[1]).equals(bytes)).toBe(true);
    const folder = mkdtempSync(join(tmpdir(), 'hz-zip-'));
    writeFileSync(join(folder, 'all.zip'), archive);
    execFileSync('python3', ['-m', 'zipfile', '-e', join(folder, 'all.zip'), join(folder, 'out')]);
    expect(readdirSync(join(folder, 'out')).some((name) => name.endsWith('李鄯.pdf'))).toBe(true);
    const nobody = cohort.archive(admin, '01920000-0000-7000-8000-00000000ffff' as SessionId);
    await expect(nobody).rejects.toThrow('certification.document-not-found');
  });
});
