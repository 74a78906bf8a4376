import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repositoryRoot } from '@hz/platform';
import Ajv2020 from 'ajv/dist/2020';
import { ITEM_FILE_SCHEMA_PATH, itemFileJsonSchema } from './item-file-schema';

const path = join(repositoryRoot(), 'question-banks', ITEM_FILE_SCHEMA_PATH);
const made = `${JSON.stringify(itemFileJsonSchema(), null, 2)}\n`;

describe('the JSON Schema of item files', () => {
  it('is committed as the zod schema has it (HZ_WRITE_SCHEMA=1 writes it anew)', () => {
    if (process.env['HZ_WRITE_SCHEMA'] === '1') {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, made);
    }
    expect(readFileSync(path, 'utf8')).toBe(made);
  });

  it('is a schema that another validator understands, and refuses a misspelt field', () => {
    const validate = new Ajv2020({ strict: false, formats: { uri: true } }).compile(itemFileJsonSchema());
    const both = { zh: '甲', en: 'one' };
    const entry = {
      id: 'x-001',
      type: 'true-false',
      skill: 'prompt-design',
      level: 'L5',
      cognitive: 'apply',
      pool: 'exam',
      facility: 0.5,
      points: 1,
      seconds: 60,
      source: both,
      stem: both,
      rationale: both,
      key: true,
    };
    expect(validate({ bank: 'demo', items: [entry] })).toBe(true);
    expect(validate({ bank: 'demo', items: [{ ...entry, points: 2.5 }] })).toBe(true);
    expect(validate({ bank: 'demo', items: [{ ...entry, rational: both }] })).toBe(false);
    expect(validate({ bank: 'demo', items: [{ ...entry, pool: 'exams' }] })).toBe(false);
  });
});
