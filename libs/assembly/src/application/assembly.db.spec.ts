import { join } from 'node:path';
import { AuditModule } from '@hz/audit';
import { LoadFramework, LoadSchemes, Schemes } from '@hz/competency';
import { IdentityModule } from '@hz/identity';
import { LoadBanks } from '@hz/item-bank';
import { dangerouslySystem, type BlueprintId, type FormId, type SchemeVersionId } from '@hz/kernel';
import { repositoryRoot, UnitOfWork } from '@hz/platform';
import { testContext, type TestContext } from '@hz/platform/testing';
import { AssemblyModule } from '../assembly.module';
import { BlueprintNotSound, BlueprintUnfillable, FormNotFound, type BlueprintBody } from '../contract';
import { KeySheets } from '../keys';
import { AssembleForm } from './assemble-form.command';
import { Blueprints } from './blueprints';
import { EnsureBlueprint } from './ensure-blueprint.command';
import { Forms } from './forms';
import { LoadBlueprints } from './load-blueprints.command';
import { PublishForm } from './publish-form.command';

const WHO = dangerouslySystem('test');
const FOLDER = join(repositoryRoot(), 'question-banks');

describe('assembly', () => {
  let context: TestContext;
  let schemeVersionId: SchemeVersionId;
  let blueprintId: BlueprintId;
  const get = <T>(type: new (...args: never[]) => T): T => context.module.get(type);
  const assemble = (seed: string, id = blueprintId) => get(AssembleForm).run(WHO, { blueprintId: id, seed });

  beforeAll(async () => {
    context = await testContext([AuditModule, IdentityModule, AssemblyModule]);
    await get(LoadFramework).run(WHO, join(FOLDER, 'framework'));
    await get(LoadSchemes).run(WHO, join(FOLDER, 'schemes'));
    expect((await get(LoadBanks).run(WHO, FOLDER)).problems).toEqual([]);
    schemeVersionId = (await get(Schemes).byIdOrCode('prompt-engineer-l4')).versionId as SchemeVersionId;
    expect(await get(LoadBlueprints).run(WHO, join(FOLDER, 'blueprints'))).toEqual({ loaded: 1, problems: [] });
    blueprintId = (await get(Blueprints).list())[0]!.id as BlueprintId;
  }, 120_000);
  afterAll(() => context.close());

  it('fills the blueprint of the demo from the bank, and the same seed gives the same items', async () => {
    const [first, again, other] = [await assemble('one'), await assemble('one'), await assemble('two')];
    const items = async (id: FormId) =>
      (await get(Forms).view(id)).sections.map((section) => section.items.map((item) => item.itemVersionId));
    const outline = await get(Forms).outline(first);
    expect(outline.sections.map((section) => section.items.length)).toEqual([20, 8]);
    expect(outline.sections[1]!.items.filter(({ type }) => type === 'extended-text')).toHaveLength(2);
    expect(await items(again)).toEqual(await items(first));
    expect(await items(other)).not.toEqual(await items(first));
  });

  it('P3: the form of candidates holds no key, and only a published one is given out', async () => {
    const id = await assemble('keys');
    await expect(get(Forms).candidateForm(id)).rejects.toBeInstanceOf(FormNotFound);
    await get(PublishForm).run(WHO, { formId: id });
    const text = JSON.stringify(await get(Forms).candidateForm(id));
    const { items } = await get(KeySheets).of(id);
    expect(items).toHaveLength(28);
    for (const { rationale, exemplar, skillId } of items) {
      expect(text).not.toContain(rationale.zh.slice(0, 30));
      expect(text).not.toContain(`"${skillId}"`);
      if (exemplar) expect(text).not.toContain(exemplar.zh.slice(0, 30));
    }
    expect(text).not.toMatch(/"(rule|key|rationale|rubric|exemplar)"/);
  });

  it('P5: a published form, its items and its keys cannot be changed or deleted', async () => {
    const id = await assemble('frozen');
    await get(PublishForm).run(WHO, { formId: id });
    await get(PublishForm).run(WHO, { formId: id });
    for (const sql of [
      `UPDATE assembly.form SET seed = 'x' WHERE id = $1`,
      `UPDATE assembly.form SET status = 'draft', published_at = NULL WHERE id = $1`,
      'DELETE FROM assembly.form WHERE id = $1',
      'DELETE FROM assembly.form_item WHERE form_id = $1',
      `UPDATE assembly.form_item SET ref = 'i98' WHERE form_id = $1 AND ref = 'i01'`,
      `INSERT INTO assembly.form_item (form_id, item_version_id, ref, position)
       SELECT $1, v.id, 'i99', 99 FROM item_bank.item_version v JOIN item_bank.item i ON i.id = v.item_id
        WHERE i.pool = 'exam' AND v.id NOT IN (SELECT item_version_id FROM assembly.form_item WHERE form_id = $1) LIMIT 1`,
      `UPDATE assembly.key_sheet SET content_hash = 'x' WHERE form_id = $1`,
      'DELETE FROM assembly.key_sheet WHERE form_id = $1',
    ]) {
      await expect(get(UnitOfWork).run((tx) => tx.query(sql, [id]))).rejects.toThrow('frozen');
    }
  });

  it('P11: takes first what stands in the fewest published forms', async () => {
    const versions = async (id: FormId) =>
      (await get(Forms).view(id)).sections.flatMap(({ items }) => items.map((item) => item.itemVersionId));
    const first = await assemble('exposure');
    await get(PublishForm).run(WHO, { formId: first });
    const [before, after] = [await versions(first), await versions(await assemble('exposure'))];
    expect(after.filter((version) => before.includes(version)).length).toBeLessThan(before.length / 2);
  });

  it('P11: the database refuses an item of another pool than exam', async () => {
    const id = await assemble('pool');
    await expect(
      get(UnitOfWork).run((tx) =>
        tx.query(
          `INSERT INTO assembly.form_item (form_id, item_version_id, ref, position)
           SELECT $1, v.id, 'i99', 99 FROM item_bank.item_version v JOIN item_bank.item i ON i.id = v.item_id WHERE i.pool = 'practice' LIMIT 1`,
          [id],
        ),
      ),
    ).rejects.toThrow('exam pool');
  });

  it('says which cell lacks how many items', async () => {
    const body: BlueprintBody = {
      title: { zh: '太大', en: 'too large' },
      bank: 'prompt-engineer',
      sections: [
        {
          id: 's1',
          component: 'theory',
          title: { zh: '理论', en: 'Theory' },
          items: 30,
          types: ['single-choice'],
          exclude: [],
          mix: [{ by: 'skill', of: ['security-and-compliance'], items: { min: 25 } }],
        },
      ],
    };
    const id = await get(EnsureBlueprint).run(WHO, { code: 'too-large', schemeVersionId, body });
    const refusal = await assemble('x', id).catch((error: BlueprintUnfillable) => error);
    expect(refusal).toBeInstanceOf(BlueprintUnfillable);
    const details = (refusal as BlueprintUnfillable).fields
      .map(({ pointer, detail }) => `${pointer} ${detail}`)
      .join('\n');
    expect(details).toMatch(/\/sections\/0\/mix\/0\/items 理论，技能 security-and-compliance：还缺 \d+ 道题/);
    const unsound = get(EnsureBlueprint).run(WHO, {
      code: 'unsound',
      schemeVersionId,
      body: { ...body, bank: 'nowhere' },
    });
    await expect(unsound).rejects.toBeInstanceOf(BlueprintNotSound);
  });
});
