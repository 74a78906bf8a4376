import { blocks } from './blocks';

const PNG = 'data:image/png;base64,iVBORw0KGgo=';
const link = (href: string, text: string): string =>
  `<a href="${href}" target="_blank" rel="noopener noreferrer">${text}</a>`;

/** What stands in one paragraph. */
const line = (source: string): string => blocks(source).replace(/^<p>([\s\S]*)<\/p>$/, '$1');

describe('Markdown within a line', () => {
  it.each([
    ['**strong** and __strong__', '<strong>strong</strong> and <strong>strong</strong>'],
    ['*stressed* and _stressed_', '<em>stressed</em> and <em>stressed</em>'],
    ['**outer *inner* outer**', '<strong>outer <em>inner</em> outer</strong>'],
    ['*outer **inner** outer*', '<em>outer <strong>inner</strong> outer</em>'],
    ['**重点**，不加空格', '<strong>重点</strong>，不加空格'],
    ['~~gone~~', '<del>gone</del>'],
    ['2 * 3 * 4 and 2*', '2 * 3 * 4 and 2*'],
    ['snake_case_name', 'snake_case_name'],
    [String.raw`\*not stressed\*`, '*not stressed*'],
    ['first  \nsecond', 'first<br>second'],
    ['first\nsecond', 'first\nsecond'],
  ])('emphasis: %j', (source, html) => expect(line(source)).toBe(html));

  it.each([
    ['`a < b`', '<code>a &#60; b</code>'],
    ['`**plain**`', '<code>**plain**</code>'],
    ['``a ` b``', '<code>a ` b</code>'],
    ['`<script>`', '<code>&#60;script&#62;</code>'],
    ['a single ` stays', 'a single ` stays'],
  ])('code: %j', (source, html) => expect(line(source)).toBe(html));

  it.each([
    ['[text](https://example.org/a?b=1&c=2)', link('https://example.org/a?b=1&#38;c=2', 'text')],
    ['[**strong** text](/schemes)', link('/schemes', '<strong>strong</strong> text')],
    ['[a [bracket]](files/a.pdf)', link('files/a.pdf', 'a [bracket]')],
  ])('links: %j', (source, html) => expect(line(source)).toBe(html));

  it.each([
    'javascript:alert`1`',
    'JavaScript:void0',
    'java&#115;cript:void0',
    ' javascript:void0',
    'data:text/html,<script>alert`1`</script>',
    PNG,
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/x',
    '//example.org',
    String.raw`/\example.org`,
    '#fragment',
  ])('refuses a link to %j and shows it as it was written', (href) => {
    const html = blocks(`[text](${href})`);
    expect(html).not.toMatch(/<(?:a|script)|href=/);
    expect(html).toContain('[text](');
  });

  it.each([
    ['![a graph](/files/graph.png)', '<img src="/files/graph.png" alt="a graph">'],
    ['![a graph](files/graph.png)', '<img src="files/graph.png" alt="a graph">'],
    [`![dot](${PNG})`, `<img src="${PNG}" alt="dot">`],
    ['![a "graph"](/g.png)', '<img src="/g.png" alt="a &#34;graph&#34;">'],
  ])('images: %j', (source, html) => expect(line(source)).toBe(html));

  it.each([
    'https://example.org/pixel.png',
    'http://example.org/pixel.png',
    '//example.org/pixel.png',
    String.raw`/\example.org/pixel.png`,
    'data:image/svg+xml;base64,PHN2Zz4=',
    'data:text/html;base64,PGI+',
    'javascript:void0',
    'blob:x',
  ])('refuses an image from %j', (src) => {
    expect(blocks(`![alt](${src})`)).not.toContain('<img');
  });

  it.each([
    ['$x^2$', '<code data-tex="x^2">x^2</code>'],
    ['$a<b$', '<code data-tex="a&#60;b">a&#60;b</code>'],
    ['so $$x$$', 'so <code data-tex="x" data-display="1">x</code>'],
    ['$5 and $6', '$5 and $6'],
    ['a price of $5', 'a price of $5'],
    [String.raw`\$x\$`, '$x$'],
    ['`$x$`', '<code>$x$</code>'],
    ['$a_1 * b_1 * c$', '<code data-tex="a_1 * b_1 * c">a_1 * b_1 * c</code>'],
  ])('formulas: %j', (source, html) => expect(line(source)).toBe(html));

  it.each([
    ['fill [[gap-1]] in', 'fill <span data-gap="gap-1"></span> in'],
    ['a matrix [[1]]', 'a matrix [[1]]'],
  ])('gaps: %j', (source, html) => expect(line(source)).toBe(html));
});

describe('Markdown blocks', () => {
  it.each([
    ['one\n\ntwo', '<p>one</p><p>two</p>'],
    ['one\r\n\r\ntwo', '<p>one</p><p>two</p>'],
    ['# Head', '<h3>Head</h3>'],
    ['###### Deep', '<h6>Deep</h6>'],
    ['#hash', '<p>#hash</p>'],
    ['---', '<hr>'],
    ['> one\n> two', '<blockquote><p>one\ntwo</p></blockquote>'],
    ['', ''],
  ])('%j', (source, html) => expect(blocks(source)).toBe(html));

  it.each([
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['* a\n\n* b', '<ul><li>a</li><li>b</li></ul>'],
    ['1. a\n2. b', '<ol><li>a</li><li>b</li></ol>'],
    ['3) c\n4) d', '<ol start="3"><li>c</li><li>d</li></ol>'],
    ['- a\n  - b\n- c', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>'],
    ['text\n- a', '<p>text</p><ul><li>a</li></ul>'],
    ['- a\n  goes on', '<ul><li>a\ngoes on</li></ul>'],
    ['- a\n1. b', '<ul><li>a</li></ul><ol><li>b</li></ol>'],
    ['-1 is a number', '<p>-1 is a number</p>'],
  ])('lists: %j', (source, html) => expect(blocks(source)).toBe(html));

  it.each([
    ['```\n<b>&\n```', '<pre tabindex="0"><code>&#60;b&#62;&#38;\n</code></pre>'],
    ['```python\nx = 1\n```\nafter', '<pre tabindex="0" data-language="python"><code>x = 1\n</code></pre><p>after</p>'],
    ['~~~\n```\n~~~', '<pre tabindex="0"><code>```\n</code></pre>'],
    ['```\nnever closed\n- a', '<pre tabindex="0"><code>never closed\n- a\n</code></pre>'],
  ])('code: %j', (source, html) => expect(blocks(source)).toBe(html));

  it('tables: heads, alignment, short rows, bars in cells', () => {
    const html = blocks('| a | *b* | c |\n| --- | :-: | --: |\n| 1 | x\\|y | 3 |\n| 4 |\n\nafter');
    expect(html).toBe(
      '<div data-scroll tabindex="0"><table><thead><tr>' +
        '<th scope="col">a</th><th scope="col" align="center"><em>b</em></th><th scope="col" align="right">c</th>' +
        '</tr></thead><tbody>' +
        '<tr><td>1</td><td align="center">x|y</td><td align="right">3</td></tr>' +
        '<tr><td>4</td><td align="center"></td><td align="right"></td></tr>' +
        '</tbody></table></div><p>after</p>',
    );
  });

  it('tables: an empty corner is no heading, and a bar alone makes no table', () => {
    expect(blocks('| | a |\n| - | - |\n| b | 1 |')).toContain('<tr><td></td><th scope="col">a</th></tr>');
    expect(blocks('a | b\nc | d')).toBe('<p>a | b\nc | d</p>');
  });

  it('formulas of their own line', () => {
    expect(blocks('$$\nx + y\n$$\nafter')).toBe(
      '<div><code data-tex="x + y" data-display="1">x + y</code></div><p>after</p>',
    );
  });
});

describe('HTML in the source', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<b>bold</b>',
    '- <svg onload=alert(1)>',
    '> <iframe src="//example.org"></iframe>',
    '# <style>*{display:none}</style>',
    '| a |\n| - |\n| <math><mi xlink:href="javascript:alert(1)">x</mi></math> |',
    '[<img src=x onerror=alert(1)>](/a)',
    '![" onerror="alert(1)](/a.png)',
    '[x](/a"onmouseover="alert(1))',
    '```" onclick="alert(1)\ncode\n```',
    '$"><script>alert(1)</script>$',
    '[[a"onclick="alert(1)]]',
  ])('stays text: %j', (source) => {
    // Without what the renderer itself writes, no tag and no attribute are left.
    const own =
      /<\/?(?:p|h[3-6]|ul|ol|li|blockquote|pre|code|div|table|thead|tbody|tr|td|th|a|img|span)(?: (?:tabindex|scope|align|href|src|alt|target|rel|data-[a-z]+)(?:="[^"<>]*")?)*>/g;
    expect(blocks(source).replace(own, '')).not.toMatch(/[<>]/);
  });
});
