import { isUnanswered, type ResponseValue } from '@hz/kernel';
import type { LateAnswer } from '@hz/delivery/contract';
import { useFormat } from '../../shared/format';
import { useTexts } from '../../shared/texts';
import type { Tone } from '../../shared/ui';
import { lateTexts } from './texts';

const SOURCES = { page: 'sourcePage', file: 'sourceFile', save: 'sourceSave' } as const;
const STATES = { decide: 'stateDecide', refused: 'stateRefused', counts: 'stateCounts' } as const;

/** Late answers in words. */
export function useLateWords() {
  const t = useTexts(lateTexts);
  const format = useFormat();
  /** The time of day alone: all of it is one exam day. */
  const time = (at: number | null) => (at === null ? '–' : format.instant(at, { seconds: true }).slice(-8));
  const value = (given: ResponseValue): string => {
    if (given === null || isUnanswered(given)) return t('empty');
    if (typeof given === 'string') return given;
    if (Array.isArray(given)) return given.join(', ');
    return Object.entries(given)
      .map(([from, to]) => `${from} → ${to}`)
      .join(', ');
  };
  const why = ({ why: reason }: Pick<LateAnswer, 'why'>) => (reason === null ? '' : t(reason));
  const state = ({ decision, verdict }: LateAnswer): string => {
    if (decision !== null) return t(decision.accepted ? 'stateAccepted' : 'stateDeclined');
    return t(STATES[verdict]);
  };
  return { t, format, time, value, why, state, source: (row: LateAnswer) => t(SOURCES[row.source]) };
}

export function toneOf({ decision, verdict }: LateAnswer): Tone {
  if (decision !== null) return decision.accepted ? 'calm' : 'plain';
  return verdict === 'counts' ? 'plain' : verdict === 'refused' ? 'red' : 'amber';
}
