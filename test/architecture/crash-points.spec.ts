import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const read = (...patterns: string[]) =>
  globSync(patterns, { cwd: ROOT, exclude: ['**/node_modules/**'] }).map((file) =>
    readFileSync(join(ROOT, file), 'utf8'),
  );

/** `delivery.save.before-commit`: who, what, and when. */
const POINT = /crashPoint\('([a-z-]+\.[a-z-]+\.[a-z-]+)'\)/g;

describe('crash points', () => {
  const points = [
    ...new Set(
      read('libs/*/src/**/*.ts', 'apps/*/src/**/*.ts').flatMap((text) =>
        [...text.matchAll(POINT)].map(([, name]) => name!),
      ),
    ),
  ];

  it('are found by this test', () => expect(points.length).toBeGreaterThan(20));

  it.each(points)('%s: some test dies there', (point) => {
    const tests = read('test/promises/**/*.ts', 'test/chaos/**/*.ts', 'libs/*/src/**/*.db.spec.ts');
    const [, step] = /^(.*)\.(?:before|after)-commit$/.exec(point) ?? [];
    const isNamed = (text: string) =>
      text.includes(`${point}'`) ||
      text.includes(`${point}\``) ||
      (step !== undefined && text.includes(`dyingAt('${step}'`));
    expect(tests.some(isNamed)).toBe(true);
  });
});
