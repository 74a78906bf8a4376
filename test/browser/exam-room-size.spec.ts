import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Candidate, CANDIDATE_PASSWORD } from '../tools/candidate';
import { setStage } from './stage';
import { Visitor } from './visitor';

const WEB = join(__dirname, '../../dist/web');
const LIMIT = 200 * 1024;
/** What typesets formulas, and is asked for only where the paper has some. */
const FORMULAS = /\/temml-/;
const FORMULAS_LIMIT = 64 * 1024;
/** What names the fonts, and is asked for only where the system has none for Chinese. */
const FONTS = /\/noto-sans-/;
const FONTS_LIMIT = 40 * 1024;

describe('P12: the exam room is small', () => {
  const stage = setStage();

  it('asks for at most 200 KB of code and styles (gzip) from the waiting room to the first item', async () => {
    const candidate = await Candidate.signUp(stage.installation.base, 'small');
    await candidate.register();
    const visitor = await Visitor.arrive(stage.browser, { base: stage.installation.base, language: 'zh' });
    await visitor.signInQuietly(candidate.email, CANDIDATE_PASSWORD);
    const files = new Set<string>();
    visitor.page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (/\.(?:js|css)$/.test(pathname)) files.add(pathname);
    });
    await visitor.enterRoom(candidate.registrationId);
    await visitor.look();
    const read = (wanted: (file: string) => boolean) =>
      [...files].filter(wanted).map((file) => readFileSync(join(WEB, file)));
    const sizeOf = (contents: Buffer[]) => contents.reduce((sum, content) => sum + gzipSync(content).length, 0);
    const contents = read((file) => !FORMULAS.test(file) && !FONTS.test(file));
    const total = sizeOf(contents);
    expect(sizeOf(read((file) => FORMULAS.test(file)))).toBeLessThanOrEqual(FORMULAS_LIMIT);
    expect(sizeOf(read((file) => FONTS.test(file)))).toBeLessThanOrEqual(FONTS_LIMIT);
    // The component library of the other pages stays out; the attribute for the colour scheme is ours as well.
    expect(contents.join('\n')).not.toMatch(/var\(--mantine-/);
    expect([...files].some((file) => file.endsWith('.css'))).toBe(true);
    expect(total).toBeGreaterThan(50 * 1024);
    expect(total).toBeLessThanOrEqual(LIMIT);
    expect(visitor.problems).toEqual([]);
  });
});
