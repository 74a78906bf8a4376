import { useFormat } from '../../shared/format';
import { Icon, type IconName } from '../../shared/icons';
import { useTexts } from '../../shared/texts';
import { CHECKS, type Check, type Verdict, type Verdicts } from './checks';
import { waitingTexts } from './texts';
import classes from './waiting.module.css';

const ICONS: Record<Verdict['kind'], IconName> = {
  checking: 'clock',
  good: 'check-circle',
  note: 'info',
  bad: 'cross-circle',
};

/** The checks, each turning green as it passes; a word stands beside each colour. */
export function CheckList({ verdicts, onAgain }: { verdicts: Verdicts; onAgain: () => void }) {
  const t = useTexts(waitingTexts);
  const words = useWords();
  return (
    <section className={classes.card} aria-labelledby="checks">
      <h2 id="checks">{t('checks')}</h2>
      <ul className={classes.checks}>
        {CHECKS.map((check) => {
          const verdict = verdicts[check];
          return (
            <li key={check} data-verdict={verdict.kind} data-check={check}>
              <Icon name={ICONS[verdict.kind]} label={t(verdict.kind)} />
              <span>
                <strong>{t(check)}</strong>
                <span className={classes.detail}>{words(check, verdict)}</span>
              </span>
            </li>
          );
        })}
      </ul>
      <button type="button" className={classes.again} onClick={onAgain}>
        {t('checkAgain')}
      </button>
    </section>
  );
}

function useWords(): (check: Check, verdict: Verdict) => string {
  const t = useTexts(waitingTexts);
  const format = useFormat();
  const ofPaper = usePaperWords();
  return (check, verdict) => {
    if (check === 'paper') return ofPaper(verdict);
    if (verdict.kind === 'checking') return t('checking');
    const ms = verdict.roundTripMs ?? 0;
    const off = format.duration(verdict.offMs ?? 0);
    const isGood = verdict.kind === 'good';
    switch (check) {
      case 'browser':
        return t(isGood ? 'browserGood' : verdict.insecure ? 'browserInsecure' : 'browserBad');
      case 'storage':
        return t(isGood ? 'storageGood' : 'storageNote');
      case 'clock':
        return isGood ? t('clockGood') : t('clockNote', { time: off });
      case 'network':
        if (verdict.kind === 'bad') return t('networkBad');
        return isGood ? t('networkGood', { ms }) : t('networkNote', { ms });
      case 'room':
        return t(isGood ? 'roomGood' : 'roomBad');
    }
  };
}

function usePaperWords(): (verdict: Verdict) => string {
  const t = useTexts(waitingTexts);
  const format = useFormat();
  return ({ kind, at, share = 0, insecure }) => {
    if (at !== undefined) return t('paperQueued', { time: format.instant(at, { seconds: true }).slice(-8) });
    if (kind === 'checking') return t('paperLoading', { percent: Math.round(share * 100) });
    if (kind === 'good') return t('paperGood');
    return t(insecure ? 'paperUseless' : 'paperBad');
  };
}
