import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditModule } from '@hz/audit';
import { dangerouslySystem } from '@hz/kernel';
import { repositoryRoot, UnitOfWork } from '@hz/platform';
import { testContext, type TestContext } from '@hz/platform/testing';
import { CompetencyModule } from '../competency.module';
import { frameworkViewSchema, roleViewSchema, schemeListSchema } from '../contract';
import { Framework } from './framework';
import { LoadFramework } from './load-framework.command';
import { LoadSchemes } from './load-schemes.command';
import { Schemes } from './schemes';

const banks = join(repositoryRoot(), 'question-banks');
const who = dangerouslySystem('test');

describe('the framework and the schemes in the database', () => {
  let context: TestContext;
  let folder: string;
  const get = <T>(token: abstract new (...args: never[]) => T): T => context.module.get(token as never);

  beforeAll(async () => {
    context = await testContext([AuditModule, CompetencyModule]);
    folder = mkdtempSync(join(tmpdir(), 'hz-competency-'));
    cpSync(join(banks, 'framework'), join(folder, 'framework'), { recursive: true });
    cpSync(join(banks, 'schemes'), join(folder, 'schemes'), { recursive: true });
  });
  afterAll(() => context.close());

  const change = (file: string, from: string, to: string) => {
    const path = join(folder, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  };

  it('loads the framework of question-banks without a complaint, and once', async () => {
    const report = await get(LoadFramework).run(who, join(folder, 'framework'));
    expect(report.problems).toEqual([]);
    expect(report.changed).toBeGreaterThan(100);
    expect((await get(LoadFramework).run(who, join(folder, 'framework'))).changed).toBe(0);
  });

  it('shows three domains, 18 directions and five levels', async () => {
    const view = frameworkViewSchema.parse(await get(Framework).overview());
    expect(view.domains).toHaveLength(3);
    expect(view.domains.flatMap(({ directions }) => directions)).toHaveLength(18);
    expect(view.levels.map(({ id }) => id)).toEqual(['L5', 'L4', 'L3', 'L2', 'L1']);
  });

  it('shows a role with its headings and added skills', async () => {
    const role = roleViewSchema.parse(await get(Framework).role('prompt-engineer'));
    expect(role.headings).toHaveLength(11);
    expect(role.added.map(({ skill }) => skill.id)).toEqual(['prompt-design', 'security-and-compliance']);
    expect(await get(Framework).roleSkills('prompt-engineer')).toContain('prompt-design');
    await expect(get(Framework).role('nobody')).rejects.toMatchObject({ code: 'competency.role-not-found' });
  });

  it('follows a change of a role, and passes over a role that names an unknown skill', async () => {
    change('framework/roles/prompt-engineer.yaml', 'skill: collaboration', 'skill: statistics');
    change('framework/roles/nlp-engineer.yaml', 'direction: ', 'direction: no-such-');
    const report = await get(LoadFramework).run(who, join(folder, 'framework'));
    expect(report.problems).toMatchObject([
      { file: 'roles/nlp-engineer.yaml', message: expect.stringContaining('no-such-') },
    ]);
    expect(report.changed).toBeGreaterThan(0);
    expect(await get(Framework).roleSkills('prompt-engineer')).not.toContain('collaboration');
    expect((await get(Framework).role('nlp-engineer')).id).toBe('nlp-engineer');
  });

  it('publishes the five schemes of the demo role, and once', async () => {
    const report = await get(LoadSchemes).run(who, join(folder, 'schemes'));
    expect(report).toEqual({ loaded: 5, published: 5, problems: [] });
    expect((await get(LoadSchemes).run(who, join(folder, 'schemes'))).published).toBe(0);
    const rows = await get(Schemes).published({ role: 'prompt-engineer' });
    schemeListSchema.parse({ rows });
    expect(rows.map(({ level }) => level)).toEqual(['L5', 'L4', 'L3', 'L2', 'L1']);
    expect(rows.map(({ body }) => body.components.length)).toEqual([2, 2, 2, 3, 3]);
  });

  it('P5 makes a changed scheme its next version and keeps the old one', async () => {
    const before = await get(Schemes).byIdOrCode('prompt-engineer-l4');
    change('schemes/prompt-engineer.yaml', 'yearsSince: 4 }', 'yearsSince: 3 }');
    expect((await get(LoadSchemes).run(who, join(folder, 'schemes'))).published).toBe(1);
    const after = await get(Schemes).byIdOrCode(before.id);
    expect(after.version).toBe(2);
    expect(await get(Schemes).versionById(before.versionId)).toMatchObject({ status: 'retired', body: before.body });
  });

  it('reports a wrong scheme by its line and loads the rest', async () => {
    change('schemes/prompt-engineer.yaml', 'weight: 60,', 'weight: 61,');
    const report = await get(LoadSchemes).run(who, join(folder, 'schemes'));
    expect(report.loaded).toBe(4);
    expect(report.problems).toMatchObject([{ line: 11, message: expect.stringContaining('add up to 100') }]);
  });

  it.each([
    `UPDATE competency.scheme_version SET body = '{}'`,
    `UPDATE competency.scheme_version SET status = 'draft', published_at = NULL`,
    'DELETE FROM competency.scheme_version',
  ])('P5 refuses %s', async (sql) => {
    await expect(get(UnitOfWork).run((tx) => tx.query(sql))).rejects.toThrow('frozen');
  });

  it('P8 leaves a trace of every publication', async () => {
    const [row] = await get(UnitOfWork).read.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM audit.entry WHERE action = 'competency.scheme-published'`,
    );
    expect(row!.n).toBe(6);
  });
});
