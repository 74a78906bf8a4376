import { Icon } from '../../shared/icons';
import { useTexts } from '../../shared/texts';
import type { VerificationAnswer } from './answer';
import { verifyTexts } from './texts';
import classes from './verify.module.css';

const CHECKS = {
  signature: 'checkSignature',
  issuer: 'checkIssuer',
  status: 'checkStatus',
  validity: 'checkValidity',
  holder: 'checkHolder',
  log: 'checkLog',
} as const;
const OUTCOMES = {
  passed: { icon: 'check', word: 'passed' },
  failed: { icon: 'cross', word: 'failed' },
  unknown: { icon: 'question', word: 'notKnown' },
} as const;

/** Each check with its outcome. */
export function CheckList({ checks }: { checks: VerificationAnswer['checks'] }) {
  const t = useTexts(verifyTexts);
  return (
    <section>
      <h3>{t('whatChecked')}</h3>
      <ul className={classes.checks}>
        {checks.map(({ check, outcome }) => (
          <li key={check} data-outcome={outcome}>
            <Icon name={OUTCOMES[outcome].icon} size={20} label={t(OUTCOMES[outcome].word)} />
            <span>{check in CHECKS ? t(CHECKS[check as keyof typeof CHECKS]) : check}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
