import type { AttemptView } from '@hz/delivery/contract';
import { useFormat } from '../../shared/format';
import { useTexts } from '../../shared/texts';
import { waitingTexts } from './texts';
import classes from './waiting.module.css';

/** The rules of this sitting in plain words; among them, beforehand, what is recorded. */
export function Rules({ attempt }: { attempt: AttemptView }) {
  const t = useTexts(waitingTexts);
  const format = useFormat();
  const { rules } = attempt;
  const lines = [
    t('ruleTime', { time: format.duration(attempt.workingMs) }),
    ...(rules.windowPolicy === 'hand-in-by-close' ? [t('ruleWindow', { time: format.instant(attempt.closesAt) })] : []),
    ...(rules.earliestHandInMinutes > 0 ? [t('ruleEarliest', { minutes: rules.earliestHandInMinutes })] : []),
    ...(rules.sections.some(({ navigation }) => navigation === 'one-way') ? [t('ruleOneWay')] : []),
    ...(rules.sections.some(({ time }) => time === 'own') ? [t('ruleOwnTime')] : []),
    t('ruleSave'),
    t('ruleEnd'),
    t('ruleOnePlace'),
    t('ruleEvidence'),
    t('ruleAccess'),
  ];
  return (
    <section className={classes.card} aria-labelledby="rules">
      <h2 id="rules">{t('rules')}</h2>
      <ul className={classes.rules}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
