import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { ROOT } from '../../../scripts/lib/paths.mjs';
import { run } from '../../../scripts/lib/processes.mjs';

export const ITEMS = 60;
const SOURCE = join(ROOT, 'question-banks', 'items', 'prompt-engineer');
/** A role of the framework that has no bank of its own, so that its name is free for this one. */
const BANK = 'nlp-engineer';
const SCHEME = 'prompt-engineer-l4';
/** People mark these; everything else is scored at once, so that a round can be followed to its last score. */
const MARKED = 'extended-text';

/** Loads the real items once more, all as exam items of a bank of their own: the exam pool alone has too few for sixty. */
export async function loadBank(environment) {
  const folder = mkdtempSync(join(tmpdir(), 'hz-exam-day-bank-'));
  mkdirSync(join(folder, 'items', BANK), { recursive: true });
  for (const name of readdirSync(SOURCE)) {
    const { items } = parse(readFileSync(join(SOURCE, name), 'utf8'));
    const taken = items
      .filter(({ type }) => type !== MARKED)
      .map((item) => ({ ...item, id: `x${item.id}`, pool: 'exam' }));
    writeFileSync(join(folder, 'items', BANK, name), stringify({ bank: BANK, items: taken }));
  }
  const code = await run(process.execPath, [join(import.meta.dirname, 'load-bank.mjs'), folder], {
    cwd: ROOT,
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  rmSync(folder, { recursive: true, force: true });
  if (code !== 0) throw new Error('the bank of the exam day could not be loaded');
}

/** A published form of sixty items, chosen by the real assembler: `{ formId, schemeVersionId }`. */
export async function sixtyItemForm(staff, base) {
  const { rows } = await (await fetch(`${base}/api/v1/schemes`)).json();
  const scheme = rows.find(({ code }) => code === SCHEME);
  const section = (id, component, title, types, items) => ({ id, component, title: { zh: title }, types, items });
  return staff.publishedForm({
    code: 'exam-day',
    schemeVersionId: scheme.versionId,
    body: {
      title: { zh: '压力测试卷' },
      bank: BANK,
      sections: [
        section(
          's1',
          'theory',
          '理论知识',
          ['single-choice', 'multiple-response', 'true-false', 'match', 'inline-choice', 'order'],
          48,
        ),
        section('s2', 'practical', '技能考核', ['numeric-entry', 'text-entry'], 12),
      ],
    },
  });
}
