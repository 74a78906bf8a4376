import type { Check, CheckOutcome, VerificationAnswer } from '@hz/verification/contract';
import type { IconName } from '../../shared/icons';
import { Icon } from '../../shared/icons';
import { useTexts } from '../../shared/texts';
import { verifyTexts } from './texts';
import classes from './verify.module.css';

const CHECKS = {
  signature: 'checkSignature',
  issuer: 'checkIssuer',
  status: 'checkStatus',
  validity: 'checkValidity',
  holder: 'checkHolder',
  log: 'checkLog',
} as const satisfies Record<Check, string>;
const OUTCOMES = {
  passed: { icon: 'check', word: 'passed' },
  failed: { icon: 'cross', word: 'failed' },
  unknown: { icon: 'question', word: 'notKnown' },
} as const satisfies Record<CheckOutcome, { icon: IconName; word: string }>;

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
            <span>{t(CHECKS[check])}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
