import { formatInstant } from '../../shared/format';
import { useLanguage } from '../../shared/language';
import { useTexts } from '../../shared/texts';
import { unsavedItems } from '../core';
import { serverNow } from '../engine/server-clock';
import { phaseTexts } from './phase-texts';
import { useRoom } from './room-context';

/** What becomes of the answers once the time is over: by itself, or only when the server can be reached again. */
export function useTimeOverWords(): { readonly title: string; readonly hint: string } {
  const t = useTexts(phaseTexts);
  const language = useLanguage();
  const count = useRoom(unsavedItems);
  const cutOff = useRoom((state) => state.queue.trouble !== null);
  const graceEndsAt = useRoom((state) => state.attempt.graceEndsAt) ?? 0;
  const isPastGrace = useRoom((state) => state.left !== null && serverNow() > graceEndsAt);
  if (!cutOff) return { title: t('timeOver'), hint: t('timeOverHint') };
  const title = t('timeOverOffline');
  if (count === 0) return { title, hint: t('timeOverAllSaved') };
  if (isPastGrace) return { title, hint: t('timeOverPastGrace', { count }) };
  const time = formatInstant(graceEndsAt, language, { seconds: true }).slice(-8);
  return { title, hint: t('timeOverWithinGrace', { count, time }) };
}
