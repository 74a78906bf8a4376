import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const json = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, never>;

/** Path aliases by file, each as alias → path from the root. */
function aliases(): Record<string, Record<string, string>> {
  const plain = (paths: Record<string, string[]>) =>
    Object.fromEntries(Object.entries(paths).map(([alias, [path]]) => [alias, path!.replace(/^\.\//, '')]));
  const jest = (jestConfig as { moduleNameMapper: Record<string, string> }).moduleNameMapper;
  return {
    tsconfig: plain(
      (json('tsconfig.json') as unknown as { compilerOptions: { paths: Record<string, string[]> } }).compilerOptions
        .paths,
    ),
    swc: plain((json('.swcrc') as unknown as { jsc: { paths: Record<string, string[]> } }).jsc.paths),
    jest: Object.fromEntries(
      Object.entries(jest).map(([pattern, path]) => [pattern.slice(1, -1), path.replace('<rootDir>/', '')]),
    ),
  };
}
const jestConfig: unknown = jest.requireActual(join(root, 'jest.config.js'));

describe('path aliases', () => {
  it('are the same for the type checker, the compiler and the tests, and name each module by itself', () => {
    const { tsconfig, swc, jest } = aliases();
    expect(swc).toEqual(tsconfig);
    expect(jest).toEqual(tsconfig);
    expect(Object.keys(tsconfig!).filter((alias) => alias.includes('*'))).toEqual([]);
  });
});
