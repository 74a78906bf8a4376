import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { typesetterFor } from './typesetter';

const config = { dataDir: mkdtempSync(join(tmpdir(), 'hz-fonts-')), pdfExtraFont: undefined };

describe('typesetting names', () => {
  it('finds rare characters and marked letters in the slices of the font', async () => {
    const name = '李鄯 Łukasz Ōǎńş';
    const typesetter = await typesetterFor(config, [name]);
    expect(typesetter.missing(name, 'bold')).toEqual([]);
    expect(
      typesetter
        .runs(name, 'bold')
        .map((run) => run.text)
        .join(''),
    ).toBe(name);
    expect(typesetter.runs('李明', 'bold')).toEqual([{ font: 'bold', text: '李明' }]);
  }, 60_000);

  it('leaves no gap where no font has the character, and says which', async () => {
    const typesetter = await typesetterFor(config, ['王𠮷']);
    expect(typesetter.missing('王𠮷', 'bold')).toEqual(['𠮷']);
    expect(typesetter.runs('王𠮷', 'regular')).toEqual([{ font: 'regular', text: '王〓' }]);
  }, 60_000);

  it('takes what is missing from the configured font', async () => {
    const extra = join(config.dataDir, 'nowhere.ttf');
    await expect(typesetterFor({ ...config, pdfExtraFont: extra }, ['𠮷'])).rejects.toThrow('ENOENT');
    // A document of common characters never opens it.
    await expect(typesetterFor({ ...config, pdfExtraFont: extra }, ['王'])).resolves.toBeDefined();
  }, 60_000);

  it('draws a line of several fonts on one line', async () => {
    const typesetter = await typesetterFor(config, ['Łu王']);
    const page = new PDFDocument({ size: 'A4' });
    typesetter.registerOn(page);
    typesetter.draw(page, 'regular', '王', 50, 50);
    const oneLine = page.y;
    typesetter.draw(page, 'regular', 'Łu王', 50, 50);
    expect(page.y).toBeCloseTo(oneLine, 0);
    typesetter.draw(page, 'regular', 'Łu\n王', 50, 50);
    expect(page.y).toBeCloseTo(50 + 2 * (oneLine - 50), 0);
  }, 60_000);
});
