import { useState } from 'react';
import { formatInstant } from '../../shared/format';
import { useLanguage } from '../../shared/language';
import { useTexts } from '../../shared/texts';
import { deliveryProblems } from '@hz/delivery/contract';
import { completeness, countsOf, isOpen, itemOf, unsavedItems, type PlayerState } from '../core';
import { serverNow, useServerNow } from '../engine/server-clock';
import classes from './phases.module.css';
import { useFocusOnce } from './use-focus-once';
import { useEngine, useRoom } from './room-context';
import { Sheet } from './sheet';
import { phaseTexts } from './phase-texts';
import { roomTexts } from './texts';

/** What is unanswered and flagged, and then one deliberate confirmation. */
export function HandIn() {
  const t = useTexts(phaseTexts);
  const engine = useEngine();
  const language = useLanguage();
  const [confirming, setConfirming] = useState(false);
  const heading = useFocusOnce();
  useRoom((state) => state.flags);
  const phase = useRoom((state) => state.phase);
  const earliest = useRoom((state) => state.attempt.earliestHandInAt);
  const state = engine.state();
  const refs = [...state.paper.items.keys()];
  const counts = countsOf(state, refs);
  const missing = counts.unanswered + counts.partly;
  const tooEarly = useServerNow(1000) < (earliest ?? 0);
  if (phase === 'handing-in') return <HandingIn />;
  return (
    <section className={classes.page} aria-labelledby="hand-in">
      <h2 id="hand-in" ref={heading} tabIndex={-1}>
        {t('reviewTitle')}
      </h2>
      <p>
        {missing === 0
          ? t('allAnswered')
          : t('reviewCounts', {
              all: counts.all,
              answered: counts.answered,
              partly: counts.partly,
              unanswered: counts.unanswered,
            })}
      </p>
      <ItemLinks title={t('unansweredList')} refs={refs.filter((ref) => completeness(state, ref) === 'unanswered')} />
      <ItemLinks title={t('partlyList')} refs={refs.filter((ref) => completeness(state, ref) === 'partly')} />
      <ItemLinks title={t('flaggedList')} refs={refs.filter((ref) => state.flags.has(ref))} />
      <Problem />
      {tooEarly && <p className={classes.early}>{t('earliest', { time: hour(earliest!, language) })}</p>}
      <div className={classes.actions}>
        <button type="button" className="hz-button" onClick={() => engine.dispatch({ type: 'went-back' })}>
          {t('backToItems')}
        </button>
        <button
          type="button"
          className="hz-button hz-button--primary"
          disabled={tooEarly}
          onClick={() => setConfirming(true)}
        >
          {t('handIn')}
        </button>
      </div>
      {confirming && (
        <Sheet title={t('confirmTitle')} onClose={() => setConfirming(false)}>
          <p>{missing === 0 ? t('confirmAll') : t('confirmOpen', { count: missing })}</p>
          <div className={classes.actions}>
            <button type="button" className="hz-button" onClick={() => setConfirming(false)}>
              {t('check')}
            </button>
            <button
              type="button"
              className="hz-button hz-button--primary"
              onClick={() => {
                setConfirming(false);
                engine.dispatch({ type: 'hand-in-began', at: serverNow() });
              }}
            >
              {t('confirm')}
            </button>
          </div>
        </Sheet>
      )}
    </section>
  );
}

const hour = (at: number, language: 'zh' | 'en') => formatInstant(at, language).slice(-5);

function HandingIn() {
  const t = useTexts(phaseTexts);
  const engine = useEngine();
  const waiting = useRoom(unsavedItems);
  const heading = useFocusOnce();
  return (
    <section className={classes.page}>
      <h2 ref={heading} tabIndex={-1}>
        {t('handingIn')}
      </h2>
      <p>{waiting > 0 ? t('waitingForSaves', { count: waiting }) : t('waitingForServer')}</p>
      <div className={classes.actions}>
        <button type="button" className="hz-button" onClick={() => engine.dispatch({ type: 'went-back' })}>
          {t('stopHandingIn')}
        </button>
      </div>
    </section>
  );
}

/** Why the server refused the last hand-in or section, in its own words. */
export function Problem() {
  const language = useLanguage();
  const problem = useRoom((state: PlayerState) => state.problem);
  if (problem === null) return null;
  return (
    <p className={classes.problem} role="alert">
      {deliveryProblems[problem]?.[language] ?? problem}
    </p>
  );
}

export function ItemLinks({ title, refs }: { title: string; refs: readonly string[] }) {
  const t = useTexts(roomTexts);
  const engine = useEngine();
  const state = engine.state();
  if (refs.length === 0) return null;
  return (
    <div className={classes.links}>
      <h3>
        {title} <span className="hz-tabular">({refs.length})</span>
      </h3>
      <ul>
        {refs.map((ref) => (
          <li key={ref}>
            <button type="button" className="hz-button" disabled={!isOpen(state, ref)} onClick={() => engine.go(ref)}>
              {t('number', { number: itemOf(state.paper, ref).number })}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
