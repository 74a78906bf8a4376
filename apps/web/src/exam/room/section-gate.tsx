import { formatInstant } from '../../shared/format';
import { useLanguage } from '../../shared/language';
import { useLocalized } from '../../shared/localized';
import { useTexts } from '../../shared/texts';
import { carriesOver, completeness, countsOf, nextSection, openRefs, openSections, unsavedItems } from '../core';
import { serverNow, useServerNow } from '../engine/server-clock';
import { ItemLinks, Problem } from './hand-in';
import classes from './phases.module.css';
import { phaseTexts } from './phase-texts';
import { useEngine, useRoom } from './room-context';
import { useFocusOnce } from './use-focus-once';

/** The page before a section is left for good, and the page at the end of a section's own time. */
export function SectionGate() {
  const phase = useRoom((state) => state.phase);
  return phase === 'leaving-section' ? <Leaving /> : <Entering over={phase === 'section-over'} />;
}

function Leaving() {
  const t = useTexts(phaseTexts);
  const engine = useEngine();
  const localized = useLocalized();
  const language = useLanguage();
  const heading = useFocusOnce();
  const now = useServerNow(1000);
  const state = engine.state();
  const next = nextSection(state);
  const refs = openRefs(state);
  const counts = countsOf(state, refs);
  if (next === null) return null;
  const tooEarly = now < next.enterFrom;
  const section = openSections(state)
    .map(({ title }) => localized(title))
    .join('、');
  const ownTime = state.attempt.sections?.endsAt != null;
  return (
    <section className={classes.page} aria-labelledby="leave-section">
      <h2 id="leave-section" ref={heading} tabIndex={-1}>
        {t('leaveTitle', { section })}
      </h2>
      <p>
        <strong>{t('leaveForGood', { next: localized(next.section.title) })}</strong>{' '}
        {ownTime && t(carriesOver(state) ? 'carriesOver' : 'timeIsLost')}
      </p>
      <p>
        {counts.answered === counts.all
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
      {tooEarly && (
        <p className={classes.early}>{t('leaveFrom', { time: formatInstant(next.enterFrom, language).slice(-5) })}</p>
      )}
      <div className={classes.actions}>
        <button type="button" className="hz-button" onClick={() => engine.dispatch({ type: 'went-back' })}>
          {t('stay')}
        </button>
        <button
          type="button"
          className="hz-button hz-button--primary"
          disabled={tooEarly}
          onClick={() => engine.dispatch({ type: 'section-left', at: serverNow() })}
        >
          {t('goOn')}
        </button>
      </div>
    </section>
  );
}

function Entering({ over }: { over: boolean }) {
  const t = useTexts(phaseTexts);
  const engine = useEngine();
  const heading = useFocusOnce();
  const waiting = useRoom(unsavedItems);
  const isLast = nextSection(engine.state()) === null;
  return (
    <section className={classes.page}>
      <h2 ref={heading} tabIndex={-1}>
        {t(over ? 'sectionOver' : 'entering')}
      </h2>
      <p>
        {waiting > 0
          ? t('stillSending', { count: waiting })
          : over && isLast
            ? t('lastSectionOver')
            : t('sectionOverHint')}
      </p>
      <Problem />
      <div className={classes.actions}>
        {!over && (
          <button type="button" className="hz-button" onClick={() => engine.dispatch({ type: 'went-back' })}>
            {t('stay')}
          </button>
        )}
        {over && isLast && (
          <button
            type="button"
            className="hz-button hz-button--primary"
            onClick={() => engine.dispatch({ type: 'hand-in-began', at: serverNow() })}
          >
            {t('confirm')}
          </button>
        )}
      </div>
    </section>
  );
}
