import { useState } from 'react';
import { Icon } from '../../shared/icons';
import { useTexts } from '../../shared/texts';
import { incidentTexts } from '../incident-texts';
import { useIncidentWords } from '../incident-words';
import classes from './bars.module.css';
import { useRoom } from './room-context';
import { roomTexts } from './texts';

/** Why there is more time, or another sitting: until the candidate has read it. The announcer speaks it. */
export function IncidentBars() {
  const t = useTexts(incidentTexts);
  const room = useTexts(roomTexts);
  const words = useIncidentWords();
  const notices = useRoom((state) => state.attempt.incidents);
  const deadlineAt = useRoom((state) => state.attempt.deadlineAt);
  const [read, setRead] = useState(0);
  const last = notices.length - 1;
  return notices.map((notice, index) => {
    if (index < read) return null;
    const isResit = notice.outcome === 'resit';
    return (
      <div
        key={`${notice.incidentId}-${notice.outcome}`}
        className={classes.bar}
        data-tone={isResit ? 'amber' : 'calm'}
        data-testid="incident-bar"
      >
        <Icon name={isResit ? 'alert' : 'clock'} />
        <p className="hz-tabular">
          <strong>{words.title(notice)}</strong> {isResit && t('resitHint')}
          {!isResit && index === last && deadlineAt !== null && t('extendedHint', { until: words.time(deadlineAt) })}
        </p>
        <button type="button" className={classes.action} onClick={() => setRead(index + 1)}>
          {room('dismiss')}
        </button>
      </div>
    );
  });
}
