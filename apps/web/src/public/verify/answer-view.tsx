import { useEffect, useRef } from 'react';
import type { VerificationAnswer, Verdict } from '@hz/verification/contract';
import { useFormat } from '../../shared/format';
import { Icon, type IconName } from '../../shared/icons';
import { useLevelName } from '../../shared/levels';
import { Localized } from '../../shared/localized';
import { useTexts } from '../../shared/texts';
import { Facts } from '../../shared/ui';
import { AnswerActions } from './answer-actions';
import { CheckList } from './check-list';
import { useReason } from './reason';
import { verifyTexts } from './texts';
import classes from './verify.module.css';

const VERDICTS = {
  valid: { icon: 'check-circle', word: 'valid' },
  'not-valid': { icon: 'cross-circle', word: 'notValid' },
  'cannot-be-determined': { icon: 'question', word: 'unknown' },
} as const satisfies Record<Verdict, { icon: IconName; word: string }>;

/** The answer at one glance: word and icon first, then why, whose it is, and what was checked. */
export function AnswerView({ answer, onAgain }: { answer: VerificationAnswer; onAgain: () => void }) {
  const t = useTexts(verifyTexts);
  const format = useFormat();
  const reason = useReason();
  const { icon, word } = VERDICTS[answer.verdict];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <article className={classes.answer} data-verdict={answer.verdict}>
        <header className={classes.head}>
          <Icon name={icon} size={60} />
          <h2 ref={heading} tabIndex={-1}>
            {t(word)}
          </h2>
          <p className={classes.reason}>{reason(answer)}</p>
        </header>
        <div className={classes.body}>
          {answer.certificate && <CertificateFacts certificate={answer.certificate} />}
          {answer.checks.length > 0 && <CheckList checks={answer.checks} />}
          <p className="hz-soft hz-tabular" style={{ margin: 0 }}>
            {t('checkedAt', { at: format.instant(answer.checkedAt, { seconds: true, zone: true }) })}
            {answer.statusAsOf !== null &&
              ` · ${t('statusAsOf', { at: format.instant(answer.statusAsOf, { seconds: true }) })}`}
          </p>
        </div>
      </article>
      <AnswerActions onAgain={onAgain} />
    </>
  );
}

function CertificateFacts({ certificate }: { certificate: NonNullable<VerificationAnswer['certificate']> }) {
  const t = useTexts(verifyTexts);
  const format = useFormat();
  const levelName = useLevelName();
  const day = (at: number) => format.instant(at, { day: true });
  return (
    <>
      <p className={classes.holder}>{certificate.holderName}</p>
      <Facts
        rows={[
          [t('certificate'), <Localized key="title" text={certificate.title} />],
          [t('level'), levelName(certificate.level)],
          [t('number'), certificate.number],
          [t('issued'), day(certificate.issuedAt)],
          [t('expires'), certificate.expiresAt === null ? null : day(certificate.expiresAt)],
        ]}
      />
    </>
  );
}
