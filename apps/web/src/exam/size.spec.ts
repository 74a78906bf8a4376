import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

interface Chunk {
  file: string;
  src?: string;
  imports?: string[];
  css?: string[];
  isEntry?: boolean;
}
type Manifest = Record<string, Chunk>;

const LIMIT = 200 * 1024;
const WEB = resolve(__dirname, '../..');
const PAGES = ['waiting/waiting-page.tsx', 'room/room-page.tsx', 'receipt/receipt-page.tsx'].map(
  (page) => `src/exam/${page}`,
);
/** Loaded when a text needs it: formulas. */
const WHEN_NEEDED = 'temml';

let folder: string;
let manifest: Manifest;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hz-size-'));
  const vite = resolve(WEB, '../../node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--config', join(WEB, 'vite.config.ts'), '--outDir', folder, '--logLevel', 'error'];
  await promisify(execFile)(process.execPath, args);
  manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The files that a page loads: its chunks, what they import, and their styles. */
function filesOf(names: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const files = new Set<string>();
  const visit = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    const chunk = manifest[name]!;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    chunk.imports?.forEach(visit);
  };
  names.forEach(visit);
  return files;
}

const sizeOf = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);

describe('P12 the exam room is small', () => {
  const entry = () => Object.keys(manifest).find((name) => manifest[name]!.isEntry)!;

  it('loads at most 200 KB (gzip) for waiting room, room and receipt together, with everything that they share', () => {
    const size = sizeOf(filesOf([entry(), ...PAGES]));
    expect(size).toBeGreaterThan(50 * 1024);
    expect(size).toBeLessThanOrEqual(LIMIT);
  });

  it('stays within the limit where items hold formulas', () => {
    const formulas = Object.keys(manifest).filter((name) => name.includes(WHEN_NEEDED));
    expect(formulas).not.toEqual([]);
    expect(sizeOf(filesOf([entry(), 'src/exam/room/room-page.tsx', ...formulas]))).toBeLessThanOrEqual(
      LIMIT + 64 * 1024,
    );
  });

  it('loads nothing of the component library', () => {
    const code = [...filesOf([entry(), ...PAGES])].map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
    expect(code).not.toMatch(/mantine-(?!color-scheme)/i);
  });
});
