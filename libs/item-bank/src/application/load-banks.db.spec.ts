import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditModule } from '@hz/audit';
import { LoadFramework } from '@hz/competency';
import { dangerouslySystem } from '@hz/kernel';
import { pageOf, repositoryRoot, UnitOfWork } from '@hz/platform';
import { testContext, type TestContext } from '@hz/platform/testing';
import { bankViewSchema, itemSummarySchema } from '../contract';
import { itemDetailSchema } from '../http/item-detail';
import { ItemBankModule } from '../item-bank.module';
import { ALL_TYPES_YAML } from './all-types.fixture';
import { ExamItems } from './exam-items';
import { Items } from './items.query';
import { LoadBanks } from './load-banks.command';

const who = dangerouslySystem('test');

describe('the bank in the database', () => {
  let context: TestContext;
  let folder: string;
  const get = <T>(token: abstract new (...args: never[]) => T): T => context.module.get(token as never);
  const write = (text: string, name = 'demo.yaml') => writeFileSync(join(folder, 'items', name), text);
  const load = () => get(LoadBanks).run(who, folder);

  beforeAll(async () => {
    context = await testContext([AuditModule, ItemBankModule]);
    folder = mkdtempSync(join(tmpdir(), 'hz-bank-'));
    mkdirSync(join(folder, 'items'));
    await get(LoadFramework).run(who, join(repositoryRoot(), 'question-banks/framework'));
  });
  afterAll(() => context.close());

  it('takes the items of the files, and once', async () => {
    write(ALL_TYPES_YAML);
    expect(await load()).toEqual({ files: 1, loaded: 9, published: 9, problems: [] });
    expect(await load()).toEqual({ files: 1, loaded: 9, published: 0, problems: [] });
  });

  it('P2 makes one version of each when two processes load at once', async () => {
    write(ALL_TYPES_YAML.replaceAll('id: fx-', 'id: gx-'));
    const reports = await Promise.all([load(), load()]);
    expect(reports.flatMap(({ problems }) => problems)).toEqual([]);
    const [row] = await get(UnitOfWork).read.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM item_bank.item_version v JOIN item_bank.item i ON i.id = v.item_id WHERE i.code LIKE 'gx-%'`,
    );
    expect(row!.n).toBe(9);
    write(ALL_TYPES_YAML);
  });

  it('P5 makes changed content the next version', async () => {
    const before = await get(Items).withKey('fx-true-false');
    write(ALL_TYPES_YAML.replace('key: false', 'key: true'));
    expect((await load()).published).toBe(1);
    const after = await get(Items).withKey(before.id);
    expect(after).toMatchObject({ version: 2, key: { rule: { key: true } } });
    expect(after.versions.map(({ version, status }) => [version, status])).toEqual([
      [2, 'published'],
      [1, 'retired'],
    ]);
  });

  it.each([
    `UPDATE item_bank.item_version SET key = '{}'`,
    'DELETE FROM item_bank.item_version',
    `UPDATE item_bank.item SET pool = 'practice'`,
    `UPDATE item_bank.item SET code = 'x' || code`,
  ])('P5 P11 refuses %s', async (sql) => {
    await expect(get(UnitOfWork).run((tx) => tx.query(sql))).rejects.toThrow(/frozen|stays in its pool|for ever/);
  });

  it('P11 refuses an exam item that moves to practice, and a practice item that mirrors one', async () => {
    const mirror = ALL_TYPES_YAML.split('  - id: fx-text')[0]!
      .replaceAll('id: fx-', 'id: pr-')
      .replaceAll('pool: exam', 'pool: practice')
      .replace('下列哪一项', '下列 哪一项')
      .replace('哪些做法', '哪些方法')
      .replace('温度越高', '温度越低');
    write(mirror, 'mirror.yaml');
    write(ALL_TYPES_YAML.replace('pool: exam\n    facility: 0.6\n', 'pool: practice\n    facility: 0.6\n'));
    const { problems, loaded } = await load();
    expect(problems.map(({ file, message }) => `${file} ${message}`)).toEqual([
      expect.stringContaining('mirror.yaml pr-single: would show candidates beforehand fx-single'),
      expect.stringContaining('demo.yaml fx-text: an item of the pool exam cannot go to practice'),
    ]);
    expect(loaded).toBe(8 + 2);
    write(ALL_TYPES_YAML);
    write('bank: prompt-engineer\nitems: []', 'mirror.yaml');
  });

  it('refuses unknown skills, unknown banks and repeated ids', async () => {
    write(ALL_TYPES_YAML.replace('skill: prompt-design', 'skill: juggling'));
    expect((await load()).problems).toMatchObject([{ line: 3, message: expect.stringContaining('juggling') }]);
    write(ALL_TYPES_YAML.replace('id: fx-multiple', 'id: fx-single'));
    expect((await load()).problems).toMatchObject([{ message: expect.stringContaining('demo.yaml:3 already') }]);
    write(ALL_TYPES_YAML.replace('bank: prompt-engineer', 'bank: juggler'));
    expect((await load()).problems).toHaveLength(9);
    write(ALL_TYPES_YAML);
    await load();
  });

  it('lists by page, filter and search', async () => {
    const first = await get(Items).list({ pool: 'exam', search: 'fx-' }, { limit: 5 });
    pageOf(itemSummarySchema, 'ItemPageInTest').parse(first);
    expect(first.total).toBe(9);
    const second = await get(Items).list({ pool: 'exam', search: 'fx-' }, { limit: 5, cursor: first.nextCursor! });
    expect([...first.rows, ...second.rows].map(({ code }) => code)).toHaveLength(9);
    expect(second.nextCursor).toBeNull();
    const found = await get(Items).list({ search: '减少幻觉' }, { limit: 50 });
    expect(found.rows.map(({ code }) => code)).toContain('fx-multiple');
    expect((await get(Items).list({ search: '100%' }, { limit: 5 })).rows).toEqual([]);
    expect(
      (await get(Items).list({ type: 'order', skill: 'prompt-design', level: 'L5' }, { limit: 5 })).rows[0],
    ).toMatchObject({
      code: 'fx-order',
      points: '3',
    });
  });

  it('shows an item with its key in the form of its schema', async () => {
    const item = await get(Items).withKey('fx-extended');
    expect(itemDetailSchema.parse(item).key.rubric?.criteria).toHaveLength(2);
    await expect(get(Items).withKey('nobody')).rejects.toMatchObject({ code: 'item-bank.item-not-found' });
    bankViewSchema.array().parse(await get(Items).banks());
  });

  it('P11 gives assembly exam items only', async () => {
    const facts = await get(ExamItems).facts('prompt-engineer');
    expect(facts.every(({ pool }) => pool === 'exam')).toBe(true);
    const practice = await get(Items).withKey('pr-multiple');
    await expect(get(ExamItems).withKeys([practice.versionId as never])).rejects.toMatchObject({
      code: 'item-bank.item-not-found',
    });
  });

  it('takes the banks of this repository, every entry of them', async () => {
    const report = await get(LoadBanks).run(who, join(repositoryRoot(), 'question-banks'));
    expect(report.problems).toEqual([]);
    expect(report.published).toBe(report.loaded);
  });
});
