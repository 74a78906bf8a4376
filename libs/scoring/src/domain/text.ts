/** Soft hyphens, joiners, direction marks and other characters that nobody sees. */
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|\u034F|\p{Variation_Selector}/gu;

/** Chinese and typographic signs that NFKC leaves alone, with the plain sign that people type instead. */
const SAME_SIGN: ReadonlyMap<string, string> = new Map(
  (
    [
      ['"', '“”„‟«»「」『』″'],
      ["'", '‘’‚‛′`´'],
      ['-', '‐‑‒–—―−'],
      ['.', '。'],
      [',', '、'],
      ['·', '・•∙⋅'],
    ] as const
  ).flatMap(([plain, variants]) => [...variants].map((variant) => [variant, plain] as const)),
);
const VARIANT = new RegExp(`[${[...SAME_SIGN.keys()].join('')}]`, 'gu');

const WHITE = /\s+/gu;
/** A blank beside a Chinese character or a punctuation mark carries no meaning: "AI 模型" = "AI模型", "a, b" = "a,b". */
const IDLE_BLANK = / (?=[\p{Script=Han},.;:!?()"'])|(?<=[\p{Script=Han},.;:!?()"']) /gu;
/** What people put behind an answer as behind a sentence. `!` and `?` stay: they can be part of code. */
const SENTENCE_END = /(?<=[^\s.,;])[.,;]+$/u;

/**
 * The form in which typed texts are compared: NFKC (full and half width alike), one sign for each kind of quotation mark, dash and
 * stop, no invisible characters, single blanks and none where they mean nothing, no full stop at the end, lower case unless
 * `caseSensitive`. Normalising twice changes nothing more.
 */
export function normalizeText(text: string, caseSensitive = false): string {
  let plain = text.normalize('NFKC').replace(INVISIBLE, '');
  // Lower-casing can leave a composed letter decomposed, so NFKC comes last again.
  if (!caseSensitive) plain = plain.toLowerCase().normalize('NFKC');
  return plain
    .replace(VARIANT, (sign) => SAME_SIGN.get(sign)!)
    .replace(WHITE, ' ')
    .trim()
    .replace(IDLE_BLANK, '')
    .replace(SENTENCE_END, '');
}
