import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { platformProblems } from '@hz/platform';
import { contextProblems } from '../../apps/api/src/contexts';

const root = join(__dirname, '../..');
const texts = [platformProblems, ...contextProblems];
const registered = texts.flatMap((part) => Object.entries(part));
/** Rendered for an error that nobody foresaw; no class carries it. */
const WITHOUT_A_CLASS = ['platform.internal'];

/** The codes in the sources, each with the file that makes it. */
function codes(): { code: string; file: string }[] {
  return ['libs', 'apps/api', 'apps/worker'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.includes('node_modules'))
      .flatMap((name) => {
        const source = readFileSync(join(root, folder, name), 'utf8');
        return [...source.matchAll(/^export class \w+ extends problem\(\s*'([^']+)'/gm)].map(([, code]) => ({
          code: code!,
          file: join(folder, name),
        }));
      }),
  );
}

describe('the texts of refusals', () => {
  const made = codes();

  it('are there in both languages for every code', () => {
    const known = new Set(registered.map(([code]) => code));
    expect(made.length).toBeGreaterThan(50);
    expect(made.filter(({ code }) => !known.has(code))).toEqual([]);
  });

  it('stand for no code that nobody makes', () => {
    const known = new Set([...made.map(({ code }) => code), ...WITHOUT_A_CLASS]);
    expect(registered.map(([code]) => code).filter((code) => !known.has(code))).toEqual([]);
  });

  it('are Chinese where they are Chinese, English where they are English, and never empty', () => {
    const wrong = registered.filter(
      ([, { zh, en }]) => !/\p{Script=Han}/u.test(zh) || !/^[A-Z][\x20-\x7E–’]+$/.test(en),
    );
    expect(wrong).toEqual([]);
  });

  it('have one class and one text for each code, named after the context that makes it', () => {
    const twice = (all: string[]) => all.filter((code, index) => all.indexOf(code) !== index);
    expect(twice(made.map(({ code }) => code))).toEqual([]);
    expect(twice(registered.map(([code]) => code))).toEqual([]);
    expect(made.filter(({ code, file }) => file.split('/')[1] !== code.split('.')[0])).toEqual([]);
  });
});
