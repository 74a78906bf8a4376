import { useTexts } from '../../shared/texts';
import type { Spoken } from '../core';
import { useIncidentWords } from '../incident-words';
import { useRoom } from './room-context';
import { roomTexts } from './texts';
import { useTimeOverWords } from './time-over-words';

/** The only live regions of the room: minutes left at the thresholds, failed saves, the end of the time. */
export function Announcer() {
  const t = useTexts(roomTexts);
  const end = useTimeOverWords();
  const announcement = useRoom((state) => state.announcement);
  const over = useRoom((state) => state.phase === 'time-over');
  const what = announcement?.what;
  const urgent = what?.kind === 'not-saved' ? t('sayNotSaved') : '';
  const calm = useCalmWords(what);
  return (
    <>
      <div className="hz-hidden" aria-live="polite" data-testid="announcer">
        {calm !== '' && <p key={announcement?.no}>{calm}</p>}
      </div>
      <div className="hz-hidden" aria-live="assertive">
        {urgent !== '' && <p key={announcement?.no}>{urgent}</p>}
        {over && <p>{end.title}</p>}
      </div>
    </>
  );
}

function useCalmWords(what: Spoken | undefined): string {
  const t = useTexts(roomTexts);
  const incidents = useIncidentWords();
  if (what === undefined) return '';
  switch (what.kind) {
    case 'saved-again':
      return t('saySavedAgain');
    case 'minutes':
      return t(what.of === 'exam' ? 'minutesLeft' : 'sectionMinutesLeft', { minutes: what.minutes });
    case 'extended':
      return incidents.spoken(what.notice);
    case 'not-saved':
      return '';
  }
}
