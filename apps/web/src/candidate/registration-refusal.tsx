import {
  eligibilityInWords,
  evaluateEligibility,
  type EligibilityClaims,
  type EligibilityRule,
  type EligibilityVerdict,
} from '@hz/competency/contract';
import { instant } from '@hz/kernel';
import { useRoleName } from '../public/eligibility';
import { isProblem } from '../shared/api/problem';
import { ProblemAlert } from '../shared/feedback';
import { useFormat } from '../shared/format';
import { Icon } from '../shared/icons';
import { useLocalized } from '../shared/localized';
import { useTexts } from '../shared/texts';
import classes from './candidate.module.css';
import { candidateTexts } from './texts';

interface Props {
  error: Error;
  rule: EligibilityRule;
  claims: EligibilityClaims;
}

/** Why the registration was refused, and which conditions were met. */
export function RegistrationRefusal({ error, rule, claims }: Props) {
  const t = useTexts(candidateTexts);
  const format = useFormat();
  const params = isProblem(error) ? error.document.params : {};
  return (
    <ProblemAlert error={error}>
      {isProblem(error, 'registration.not-eligible') && (
        <>
          <p>{t('unmetLead')}</p>
          <VerdictList verdicts={[evaluateEligibility(rule, claims, instant(Date.now()))]} />
        </>
      )}
      {isProblem(error, 'registration.waiting-time-not-over') && typeof params['from'] === 'number' && (
        <p>{t('waitUntil', { at: format.instant(params['from']) })}</p>
      )}
      {isProblem(error, 'registration.no-sittings-left') && typeof params['allowed'] === 'number' && (
        <p>{t('sittingsUsed', { count: params['allowed'] })}</p>
      )}
    </ProblemAlert>
  );
}

function VerdictList({ verdicts }: { verdicts: readonly EligibilityVerdict[] }) {
  return (
    <ul className={classes.verdicts}>
      {verdicts.map((verdict, at) => (
        <li key={at}>
          <VerdictLine verdict={verdict} />
          {verdict.of && <VerdictList verdicts={verdict.of} />}
        </li>
      ))}
    </ul>
  );
}

function VerdictLine({ verdict: { met, rule } }: { verdict: EligibilityVerdict }) {
  const t = useTexts(candidateTexts);
  const local = useLocalized();
  const roleName = useRoleName();
  const words =
    rule.kind === 'any' ? t('anyOf') : rule.kind === 'all' ? t('allOf') : local(eligibilityInWords(rule, roleName));
  return (
    <span className={classes.verdict} data-met={met}>
      <Icon name={met ? 'check' : 'cross'} size={16} label={t(met ? 'met' : 'unmet')} />
      {words}
    </span>
  );
}
