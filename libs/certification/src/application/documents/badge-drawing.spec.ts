import { BUILT_IN_TEMPLATE } from '../../contract';
import { BADGE_SIDE, badgeDrawing } from './badge-drawing';

const drawn = (zh: string, en?: string) =>
  badgeDrawing({
    title: { zh, en } as never,
    level: 'L4',
    number: 'HZ-2026-134-000001-A',
    address: 'example.org',
    colours: BUILT_IN_TEMPLATE.colours,
  });
/** Every text of a drawing with its size and place. */
const textsOf = (svg: string) =>
  [...svg.matchAll(/<text [^>]*? y="([\d.]+)" font-size="(\d+)"[^>]*>([^<]*)<\/text>/g)].map(([, y, size, words]) => ({
    y: Number(y),
    size: Number(size),
    words: words!,
  }));

describe('the badge', () => {
  it('breaks a title in front of its bracket', () => {
    const words = textsOf(drawn('提示词工程师（四级/中级工）', 'Prompt Engineer').svg).map(({ words: line }) => line);
    expect(words).toEqual([
      ...['衡证', 'HENGZHENG', '提示词工程师', '（四级/中级工）', 'Prompt Engineer'],
      ...['L4', 'HZ-2026-134-000001-A', 'example.org'],
    ]);
  });

  it.each([
    ['one character', '师', 'A'],
    ['a title without an English one', '提示词工程师（四级/中级工）', undefined],
    [
      'a title as long as they come',
      '自然语言处理与智能体应用开发及其运行维护和质量评价高级工程师（二级/技师）',
      'Engineer of '.repeat(14),
    ],
    ['one long word', '工程师', 'E'.repeat(90)],
  ])('has room for %s', (_, zh, en) => {
    const texts = textsOf(drawn(zh, en).svg);
    const wide = (words: string, size: number) =>
      [...words].reduce((sum, sign) => sum + (sign > '\u2e80' ? size : size * 0.55), 0);
    for (const { words, size, y } of texts) {
      expect(wide(words, size)).toBeLessThan(BADGE_SIDE * 0.72);
      expect(y).toBeLessThan(BADGE_SIDE - 100);
    }
    const below = texts.slice(1).map(({ y, size }, no) => y - texts[no]!.y - size * 0.7);
    expect(Math.min(...below)).toBeGreaterThan(0);
  });

  it('writes nothing but text', () => {
    const { svg } = drawn('<script>&"', '</text><image href="file:///etc/passwd"/>');
    expect(svg).not.toMatch(/<(script|image)/);
    expect(svg).toContain('&lt;script&gt;&amp;&quot;');
  });

  it('is the same for the same', () => expect(drawn('工程师').svg).toBe(drawn('工程师').svg));
});
