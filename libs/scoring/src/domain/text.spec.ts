import fc from 'fast-check';
import { normalizeText } from './text';

describe('text normalisation', () => {
  it.each([
    ['ＡＩ　模型', 'ai模型'],
    ['AI 模型', 'ai模型'],
    ['few-shot', 'few-shot'],
    ['few–shot', 'few-shot'],
    ['“零样本”', '"零样本"'],
    ['「零样本」', '"零样本"'],
    ['a，b；c', 'a,b;c'],
    ['a, b; c', 'a,b;c'],
    ['检索、生成', '检索,生成'],
    ['Tokens.', 'tokens'],
    ['max​_tokens', 'max_tokens'],
    ['don’t', "don't"],
    ['what?', 'what?'],
    ['.', '.'],
    ['Retrieval  Augmented\tGeneration', 'retrieval augmented generation'],
  ])('%s reads as %s', (typed, plain) => {
    expect(normalizeText(typed)).toBe(plain);
  });

  it.each([
    ['top k', 'topk'],
    ['5!', '5'],
    ['C++', 'C'],
    ['-1', '1'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(normalizeText(a)).not.toBe(normalizeText(b));
  });

  it('changes nothing more when repeated', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.boolean(), (text, caseSensitive) => {
        const once = normalizeText(text, caseSensitive);
        expect(normalizeText(once, caseSensitive)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  it('does not see the width of ASCII', () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).replaceAll(' ', '　');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 40 }), (text) => {
        expect(normalizeText(wide(text))).toBe(normalizeText(text));
      }),
    );
  });
});
