import type { AttemptView } from '@hz/delivery/contract';
import { Icon } from '../../shared/icons';
import { Localized } from '../../shared/localized';
import { useTexts } from '../../shared/texts';
import { clockFace, leftAt, unsavedItems } from '../core';
import { ResponseFileBox } from '../response-file-box';
import { useServerNow } from '../engine/server-clock';
import { AnswerCopies } from './answer-copies';
import classes from './phases.module.css';
import { phaseTexts } from './phase-texts';
import { useEngine, useRoom } from './room-context';
import { useTimeOverWords } from './time-over-words';
import { useFocusOnce } from './use-focus-once';

/** The time is over: nothing is left to do, and the receipt comes by itself. */
export function TimeOver() {
  const t = useTexts(phaseTexts);
  const heading = useFocusOnce();
  const waiting = useRoom(unsavedItems);
  const cutOff = useRoom((state) => state.queue.trouble !== null);
  const late = useRoom((state) => state.queue.lastSaved?.late === true);
  const words = useTimeOverWords();
  const { file } = useEngine();
  return (
    <section className={classes.page} data-testid="time-over">
      <Icon name="clock" size={32} />
      <h2 ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      <p>{words.hint}</p>
      {late && <p>{t('arrivedLate')}</p>}
      {waiting > 0 && cutOff && <ResponseFileBox maker={file} />}
      {waiting > 0 && !cutOff && <p className={classes.early}>{t('stillSending', { count: waiting })}</p>}
    </section>
  );
}

/** This page no longer writes. What it had not saved stays readable. */
export function Stale({ onContinue }: { onContinue: () => void }) {
  const t = useTexts(phaseTexts);
  const heading = useFocusOnce();
  const pending = useRoom((state) => state.queue.pending);
  return (
    <section className={classes.page} data-testid="stale">
      <Icon name="lock" size={32} />
      <h2 ref={heading} tabIndex={-1}>
        {t('staleTitle')}
      </h2>
      <p>{t('staleHint')}</p>
      {pending.length === 0 ? (
        <p className="hz-soft">{t('noneUnsent')}</p>
      ) : (
        <div>
          <h3>{t('unsentTitle')}</h3>
          <p className="hz-soft">{t('unsentHint')}</p>
          <AnswerCopies saves={pending} />
        </div>
      )}
      <div className={classes.actions}>
        <button type="button" className="hz-button hz-button--primary" onClick={onContinue}>
          {t('continueHere')}
        </button>
      </div>
    </section>
  );
}

interface ElsewhereProps {
  /** `unknown`: this device keeps nothing, so that it may as well have been here. */
  where: 'tab' | 'device' | 'unknown';
  attempt: AttemptView;
  onContinue: () => void;
}

const ELSEWHERE = { tab: 'elsewhereTab', device: 'elsewhereDevice', unknown: 'elsewhereUnknown' } as const;

/** Another tab or device has the exam: going on here is one click. */
export function Elsewhere({ where, attempt, onContinue }: ElsewhereProps) {
  const t = useTexts(phaseTexts);
  const heading = useFocusOnce();
  const { exam } = leftAt({ attempt }, useServerNow());
  return (
    <section className={classes.page} data-testid="elsewhere">
      <p className={classes.which}>
        <span>
          <Localized text={attempt.title} />
        </span>
        <span className="hz-tabular">{t('elsewhereLeft', { time: clockFace(exam) })}</span>
      </p>
      <Icon name="lock" size={32} />
      <h1 ref={heading} tabIndex={-1}>
        {t(ELSEWHERE[where])}
      </h1>
      <p>{t(where === 'unknown' ? 'elsewhereUnknownHint' : 'elsewhereHint')}</p>
      <div className={classes.actions}>
        <button type="button" className="hz-button hz-button--primary" onClick={onContinue}>
          {t('continueHere')}
        </button>
      </div>
    </section>
  );
}
