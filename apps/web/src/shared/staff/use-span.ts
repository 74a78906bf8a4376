import { formatInstant } from '../format';
import { useLanguage } from '../language';
import { useTexts } from '../texts';
import { staffTexts } from './texts';

/** From one moment to another; the day stands once when both lie on it. */
export function useSpan(): (from: number, to: number) => string {
  const language = useLanguage();
  const t = useTexts(staffTexts);
  const day = (at: number) => formatInstant(at, language, { day: true });
  const time = (at: number) => formatInstant(at, language).slice(-TIME_LENGTH);
  return (from, to) =>
    t('span', {
      from: formatInstant(from, language),
      to: day(from) === day(to) ? time(to) : formatInstant(to, language),
    });
}

const TIME_LENGTH = '14:00'.length;
