import type { Level } from '@hz/kernel';
import { LEVEL_NAMES } from '@hz/competency/contract';
import { useLanguage } from './language';

/** The name of a level in the reader's language. */
export function useLevelName(): (level: Level) => string {
  const language = useLanguage();
  return (level) => LEVEL_NAMES[level][language];
}
