import { useState } from 'react';
import { Icon } from '../../shared/icons';
import { useTexts } from '../../shared/texts';
import { incidentTexts } from '../incident-texts';
import { useIncidentWords } from '../incident-words';
import classes from './bars.module.css';
import { useRoom } from './room-context';
import { roomTexts } from './texts';

/** Why there is more time, or another sitting: one bar until the candidate has read it. The announcer speaks it. */
export function IncidentBar() {
  const t = useTexts(incidentTexts);
  const room = useTexts(roomTexts);
  const words = useIncidentWords();
  const notices = useRoom((state) => state.attempt.incidents);
  const deadlineAt = useRoom((state) => state.attempt.deadlineAt);
  const [read, setRead] = useState(0);
  const fresh = notices.slice(read);
  if (fresh.length === 0) return null;
  const sitsAgain = fresh.some(({ outcome }) => outcome === 'resit');
  return (
    <div className={classes.bar} data-tone={sitsAgain ? 'amber' : 'calm'} data-testid="incident-bar">
      <Icon name={sitsAgain ? 'alert' : 'clock'} />
      <div className="hz-tabular">
        {fresh.map((notice) => (
          <p key={`${notice.incidentId}-${notice.outcome}`} className={classes.line}>
            <strong>{words.title(notice)}</strong>
          </p>
        ))}
        <p className={classes.line}>
          {sitsAgain ? t('resitHint') : deadlineAt !== null && t('extendedHint', { until: words.time(deadlineAt) })}
        </p>
      </div>
      <button type="button" className={classes.action} onClick={() => setRead(notices.length)}>
        {room('dismiss')}
      </button>
    </div>
  );
}
