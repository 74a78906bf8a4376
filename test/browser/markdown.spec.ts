import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './visitor';

const MARKDOWN = join(__dirname, '../../apps/web/src/shared/markdown');
const MODULES = ['addresses', 'inline', 'blocks', 'sanitise'] as const;

function compiled(name: string): string {
  const source = readFileSync(join(MARKDOWN, `${name}.ts`), 'utf8');
  return transformSync(source, {
    swcrc: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  }).code;
}

/** The sanitiser needs a real document; so it is tried in the browser, as it stands in the sources. */
describe('the text of an item, when it has been made safe', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.addScriptTag({ path: require.resolve('dompurify/dist/purify.js') });
    await page.addScriptTag({
      content: `
        const found = { dompurify: { __esModule: true, default: DOMPurify } };
        const load = (name) => found[name.replace('./', '')];
        ${MODULES.map((name) => `(function (require, exports) {${compiled(name)}})(load, (found.${name} = {}));`).join('\n')}
        window.rendered = (source) => found.sanitise.sanitise(found.blocks.blocks(source));
        window.sanitised = found.sanitise.sanitise;`,
    });
  });
  afterAll(() => browser?.close());

  const call = (name: 'rendered' | 'sanitised', text: string) =>
    page.evaluate(
      ([with_, source]) => (window as unknown as Record<string, (text: string) => string>)[with_]!(source),
      [name, text] as const,
    );

  it('keeps what readers need: new windows, tab stops, heads of tables, the number of a list', async () => {
    expect(await call('rendered', '[a](https://example.org)')).toBe(
      '<p><a href="https://example.org" target="_blank" rel="noopener noreferrer">a</a></p>',
    );
    expect(await call('rendered', '![a](/a.png)')).toBe('<p><img src="/a.png" alt="a"></p>');
    expect(await call('rendered', '| a |\n| - |\n| 1 |')).toMatch(/tabindex="0".*<th scope="col">/);
    expect(await call('rendered', '```\na\n```')).toContain('<pre tabindex="0">');
    expect(await call('rendered', '3. a')).toBe('<ol start="3"><li>a</li></ol>');
    expect(await call('rendered', '$x$ [[gap]]')).toBe(
      '<p><code data-tex="x">x</code> <span data-gap="gap"></span></p>',
    );
    expect(await call('sanitised', '<math display="block"><mi>x</mi></math>')).toContain('display="block"');
  });

  // The renderer writes none of these; the second wall holds although the first should fall.
  it.each([
    ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href=" java&#10;script:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="data:text/html,x">a</a>', '<a>a</a>'],
    ['<a href="//example.org">a</a>', '<a>a</a>'],
    ['<img src="https://example.org/pixel.png" alt="a">', '<img alt="a">'],
    ['<img src="data:image/svg+xml;base64,PHN2Zz4=">', '<img>'],
    ['<img src="x" onerror="alert(1)">', '<img>'],
    ['<script>alert(1)</script>', ''],
    ['<svg onload="alert(1)"></svg>', ''],
    ['<iframe src="/"></iframe>', ''],
    ['<form action="/x"><input name="a"></form>', ''],
    ['<p onclick="alert(1)">a</p>', '<p>a</p>'],
  ])('lets nothing of %s through that could act', async (html, safe) => {
    expect(await call('sanitised', html)).toBe(safe);
  });
});
