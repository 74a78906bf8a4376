import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { MissingGlyphs, PdfPress } from './pdf-press';
import type { Drawing, Mark } from './press/drawing';

const config = { dataDir: mkdtempSync(join(tmpdir(), 'hz-press-')), pdfExtraFont: undefined, pdfThreads: 1 };
const AT = Date.UTC(2026, 10, 25);

function drawingOf(...marks: Mark[]): Drawing {
  return {
    ...{ title: '<A> & "B" \\(', author: '衡证', language: 'zh-CN', at: AT, attachments: [], pictures: {} },
    pages: [{ width: 200, height: 100, marks }],
    signature: null,
  };
}
const text = (words: string, changes: object = {}): Mark => ({
  ...{ kind: 'text', text: words, x: 10, y: 20, size: 12, colour: '#102030' },
  ...changes,
});

describe('the press', () => {
  const press = new PdfPress(config);
  beforeAll(async () => {
    await press.print(drawingOf(text('衡', { weight: 'bold' })));
  }, 120_000);
  afterAll(() => press.onApplicationShutdown());

  it('prints equal drawings to equal bytes, and others to others', async () => {
    const [one, again, other] = await Promise.all(
      ['证书', '证书', '证件'].map((words) => press.print(drawingOf(text(words)))),
    );
    expect(one!.equals(again!)).toBe(true);
    expect(one!.equals(other!)).toBe(false);
  });

  it('escapes what stands in titles, in both places that hold them', async () => {
    const file = (await press.print(drawingOf(text('x')))).toString('utf8');
    expect(file).toContain('<rdf:li xml:lang="x-default">&lt;A&gt; &amp; "B" \\(</rdf:li>');
    expect(file).toContain('/Title <feff003c0041003e');
    expect(file).not.toContain('Helvetica');
  });

  it('asks each weight for itself, and prints nothing that would have a gap', async () => {
    const both = drawingOf(text('a'), text('\u{20BB7}', { weight: 'bold' }), {
      ...text('\u{20BB7}'),
      kind: 'text',
    } as Mark);
    expect(await press.missing(both)).toEqual(['\u{20BB7}']);
    await expect(press.print(both)).rejects.toThrow(MissingGlyphs);
    expect(await press.missing(drawingOf(text('衡', { weight: 'bold' })))).toEqual([]);
  });

  it('leaves the event loop free while it prints', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const heavy = drawingOf(...Array.from({ length: 3_000 }, (_, n) => text(`${n} 证书`, { y: n % 100 })));
    await press.print(heavy);
    delay.enable();
    const from = performance.now();
    await Promise.all(Array.from({ length: 4 }, () => press.print(heavy)));
    const lasted = performance.now() - from;
    delay.disable();
    // One document alone keeps its thread busy for longer than the loop was ever held up.
    expect(delay.max / 1_000_000).toBeLessThan(lasted / 2);
  }, 60_000);

  it('goes on when a drawing is broken', async () => {
    const broken = drawingOf({ kind: 'picture', picture: 'none', x: 0, y: 0, width: 1, height: 1, description: '' });
    const results = await Promise.allSettled([press.print(broken), press.print(drawingOf(text('x')))]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  it('breaks lines between Chinese characters and between Latin words, and never before a full stop', async () => {
    const paragraph = {
      kind: 'paragraph',
      text: '中文文字，很长的一行。And some English words',
      x: 0,
      y: 10,
      width: 60,
    } as const;
    const look = { size: 10, colour: '#000000', leading: 12, lines: 20 };
    const file = await press.print(drawingOf({ ...paragraph, ...look }));
    expect(file.length).toBeGreaterThan(1_000);
    const path = join(config.dataDir, 'paragraph.pdf');
    writeFileSync(path, file);
    const lines = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).trim().split('\n');
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line.trim()).not.toMatch(/^[，。]/);
    expect(lines.join(' ')).toContain('English');
  });
});
