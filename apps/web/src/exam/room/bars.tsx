import { useState } from 'react';
import { Icon } from '../../shared/icons';
import { useTexts } from '../../shared/texts';
import { clockFace, unsavedItems, type Trouble } from '../core';
import { AnswerCopies } from './answer-copies';
import classes from './bars.module.css';
import { IncidentBar } from './incident-bar';
import { useEngine, useRoom } from './room-context';
import { roomTexts } from './texts';

/** What is wrong with saving: in the flow of the page, as long as it lasts, and never over the item. */
export function Bars({ journalKept }: { journalKept: boolean }) {
  const t = useTexts(roomTexts);
  const engine = useEngine();
  const stopped = useRoom((state) => state.phase === 'reading');
  const known = useRoom((state) => state.queue.trouble);
  // Where another page writes, this one sends nothing that could fail.
  const trouble = stopped ? null : known;
  const [dismissed, setDismissed] = useState(false);
  return (
    <div className={classes.bars}>
      {trouble?.kind === 'network' && <OfflineBar trouble={trouble} journalKept={journalKept} />}
      {trouble !== null && trouble.kind !== 'network' && <FailedBar trouble={trouble} journalKept={journalKept} />}
      {!journalKept && trouble === null && (
        <div className={classes.bar} data-tone="amber">
          <Icon name="alert" />
          <p>{t('journalLost')}</p>
        </div>
      )}
      {engine.damaged > 0 && !dismissed && (
        <div className={classes.bar} data-tone="amber">
          <Icon name="alert" />
          <p>{t('damaged', { count: engine.damaged })}</p>
          <button type="button" className={classes.action} onClick={() => setDismissed(true)}>
            {t('dismiss')}
          </button>
        </div>
      )}
      <AsideBar />
      <IncidentBar />
    </div>
  );
}

function OfflineBar({ trouble, journalKept }: { trouble: Trouble; journalKept: boolean }) {
  const t = useTexts(roomTexts);
  useRoom((state) => state.left);
  const over = useRoom((state) => state.phase === 'time-over');
  const time = clockFace(performance.now() - trouble.since);
  return (
    <div className={classes.bar} data-tone="amber" data-testid="offline-bar">
      <Icon name="alert" />
      <p className="hz-tabular">
        <strong>{t(journalKept ? 'offline' : 'offlineNotKept', { time })}</strong>{' '}
        {t(over ? 'offlineOverHint' : 'offlineHint')}
      </p>
      <RetryButton />
    </div>
  );
}

const TROUBLES = {
  server: 'serverTrouble',
  refused: 'serverTrouble',
  forged: 'forgedTrouble',
  'signed-out': 'signedOut',
} as const;

function FailedBar({ trouble, journalKept }: { trouble: Trouble; journalKept: boolean }) {
  const t = useTexts(roomTexts);
  const count = useRoom(unsavedItems);
  if (trouble.kind === 'network') return null;
  return (
    <div className={classes.bar} data-tone="red" data-testid="failed-bar">
      <Icon name="alert" />
      <p>
        <strong>{t(TROUBLES[trouble.kind])}</strong> {t(journalKept ? 'keptHere' : 'notKeptHere', { count })}
        {trouble.code !== null && <span className={classes.code}> {trouble.code}</span>}
      </p>
      {trouble.kind === 'signed-out' && (
        <a className={classes.action} href="/sign-in" target="_blank" rel="noopener">
          {t('signInAgain')}
        </a>
      )}
      {trouble.kind === 'forged' && (
        <a className={classes.action} href="/" target="_blank" rel="noopener">
          {t('networkLogin')}
        </a>
      )}
      <RetryButton />
    </div>
  );
}

function RetryButton() {
  const t = useTexts(roomTexts);
  const engine = useEngine();
  return (
    <button type="button" className={classes.action} onClick={() => engine.retry()}>
      {t('retryNow')}
    </button>
  );
}

/** Answers that do not count: said once, with their text, until it is acknowledged. */
function AsideBar() {
  const t = useTexts(roomTexts);
  const aside = useRoom((state) => state.aside);
  const [read, setRead] = useState(0);
  if (aside.length <= read) return null;
  return (
    <div className={classes.bar} data-tone="amber">
      <Icon name="alert" />
      <div className={classes.whole}>
        <strong>{t('asideTitle', { count: aside.length })}</strong> {t('asideHint')}
        <AnswerCopies saves={aside} />
      </div>
      <button type="button" className={classes.action} onClick={() => setRead(aside.length)}>
        {t('dismiss')}
      </button>
    </div>
  );
}
