import { sentenceOf, type Text } from './sentence';

const SEATS: Text = {
  zh: '{{name}} 共 {{count}} 座',
  en: { one: '{{name}}: {{count}} seat', other: '{{name}}: {{count}} seats' },
};

describe('a sentence', () => {
  it.each([
    ['zh', 1, 'A 共 1 座'],
    ['zh', 7, 'A 共 7 座'],
    ['en', 1, 'A: 1 seat'],
    ['en', 0, 'A: 0 seats'],
    ['en', 2, 'A: 2 seats'],
  ] as const)('in %s for %d', (language, count, expected) => {
    expect(sentenceOf(SEATS, language, { name: 'A', count })).toBe(expected);
  });

  it('takes parameters as they are, also those that look like marks', () => {
    const text = { zh: '《{{title}}》和 {{title}}', en: '“{{title}}”' };
    expect(sentenceOf(text, 'zh', { title: '<b>$& {{x}}' })).toBe('《<b>$& {{x}}》和 <b>$& {{x}}');
    expect(sentenceOf(text, 'en', { title: '$1' })).toBe('“$1”');
  });

  it('without parameters stays as it is', () => {
    expect(sentenceOf({ zh: '好', en: 'Good' }, 'en')).toBe('Good');
  });
});
