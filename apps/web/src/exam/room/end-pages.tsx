import { Icon } from '../../shared/icons';
import { useTexts } from '../../shared/texts';
import { AnswerCopies } from './answer-copies';
import classes from './phases.module.css';
import { phaseTexts } from './phase-texts';
import { useRoom } from './room-context';
import { useFocusOnce } from './use-focus-once';

/** The time is over: nothing is left to do, and the receipt comes by itself. */
export function TimeOver() {
  const t = useTexts(phaseTexts);
  const heading = useFocusOnce();
  const waiting = useRoom((state) => state.queue.pending.length);
  return (
    <section className={classes.page} data-testid="time-over">
      <Icon name="clock" size={32} />
      <h2 ref={heading} tabIndex={-1}>
        {t('timeOver')}
      </h2>
      <p>{t('timeOverHint')}</p>
      {waiting > 0 && <p className={classes.early}>{t('stillSending', { count: waiting })}</p>}
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

/** Another tab or device has the exam: going on here is one click. */
export function Elsewhere({ where, onContinue }: { where: 'tab' | 'device'; onContinue: () => void }) {
  const t = useTexts(phaseTexts);
  const heading = useFocusOnce();
  return (
    <section className={classes.page} data-testid="elsewhere">
      <Icon name="lock" size={32} />
      <h1 ref={heading} tabIndex={-1}>
        {t(where === 'tab' ? 'elsewhereTab' : 'elsewhereDevice')}
      </h1>
      <p>{t('elsewhereHint')}</p>
      <div className={classes.actions}>
        <button type="button" className="hz-button hz-button--primary" onClick={onContinue}>
          {t('continueHere')}
        </button>
      </div>
    </section>
  );
}
