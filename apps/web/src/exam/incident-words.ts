import type { IncidentNotice } from '@hz/delivery/contract';
import { formatDuration, formatInstant } from '../shared/format';
import { useLanguage } from '../shared/language';
import { useTexts } from '../shared/texts';
import { incidentTexts } from './incident-texts';

/** Incidents in words: what happened from when to when, and what it gave back. */
export function useIncidentWords() {
  const t = useTexts(incidentTexts);
  const language = useLanguage();
  const time = (at: number) => formatInstant(at, language).slice(-5);
  const what = ({ kind, beganAt, endedAt }: IncidentNotice) => t(kind, { from: time(beganAt), to: time(endedAt) });
  const added = ({ addedMs }: IncidentNotice) => formatDuration(addedMs, language);
  return {
    time,
    /** +7 min: platform outage 10:02–10:09 */
    title: (notice: IncidentNotice) =>
      notice.outcome === 'resit'
        ? t('resit', { what: what(notice) })
        : t('extended', { time: added(notice), what: what(notice) }),
    spoken: (notice: IncidentNotice) => t('sayExtended', { time: added(notice), what: what(notice) }),
  };
}
