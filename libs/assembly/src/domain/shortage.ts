import type { FieldProblem, LocalizedText } from '@hz/kernel';
import type { Measure } from './demands';
import type { AssemblyProgramme } from './programme';

/** A cell that the bank cannot fill: how much is missing of it, or how much there would be too many. */
export interface Shortage {
  readonly pointer: string;
  readonly measure: Measure;
  readonly amount: number;
  readonly kind: 'too-few' | 'too-many';
  readonly words: { readonly zh: string; readonly en: string };
}

const UNIT: Readonly<Record<Measure, { zh: string; en: string }>> = {
  items: { zh: '道题', en: 'items' },
  points: { zh: '分', en: 'points' },
  seconds: { zh: '秒', en: 'seconds' },
  facility: { zh: '分（平均难度）', en: 'points of mean facility' },
};
const NOTHING = 1e-6;

/** What an answer of the lenient programme says about the cells, in the order of the blueprint. */
export function shortagesOf({ demands }: AssemblyProgramme, values: ArrayLike<number>): Shortage[] {
  return demands.flatMap(({ demand: { pointer, measure, what }, shortfall, excess }) => {
    const shortage = (kind: Shortage['kind'], value: number): Shortage[] => {
      if (value <= NOTHING) return [];
      // Whole items cannot be half missing; other measures are told with two places.
      const amount = measure === 'items' ? Math.ceil(value - NOTHING) : Math.round(value * 100) / 100;
      return [{ pointer, measure, amount, kind, words: inWords(what, measure, amount, kind) }];
    };
    return [...shortage('too-few', values[shortfall]!), ...shortage('too-many', values[excess]!)];
  });
}

function inWords(what: LocalizedText, measure: Measure, amount: number, kind: Shortage['kind']) {
  const unit = UNIT[measure];
  return kind === 'too-few'
    ? { zh: `${what.zh}：还缺 ${amount} ${unit.zh}`, en: `${what.en ?? what.zh}: ${amount} ${unit.en} are missing` }
    : { zh: `${what.zh}：多出 ${amount} ${unit.zh}`, en: `${what.en ?? what.zh}: ${amount} ${unit.en} too many` };
}

/** The shortages as the fields of a refusal. */
export function fieldsOf(shortages: readonly Shortage[]): FieldProblem[] {
  return shortages.map(({ pointer, kind, words }) => ({
    pointer,
    code: `assembly.${kind}`,
    detail: `${words.zh} / ${words.en}`,
  }));
}
