import { useEffect, useRef } from 'react';
import { LEVELS, type Level } from '@hz/kernel';
import { useFormat } from '../../shared/format';
import { Icon, type IconName } from '../../shared/icons';
import { useLevelName } from '../../shared/levels';
import { Localized } from '../../shared/localized';
import { useTexts } from '../../shared/texts';
import { Facts } from '../../shared/ui';
import type { CheckedHere, OwnReport } from './check-here';
import { checkTexts, codeTexts, fileTexts, kindTexts } from './file-texts';
import { verifyTexts } from './texts';
import type { Check, Facts as SignedFacts, Report } from './verifier';
import classes from './verify.module.css';

const VERDICTS = {
  valid: { icon: 'check-circle', word: 'valid' },
  'not-valid': { icon: 'cross-circle', word: 'notValid' },
  'cannot-be-determined': { icon: 'question', word: 'unknown' },
} as const satisfies Record<Report['verdict'], { icon: IconName; word: string }>;
const OUTCOMES = {
  passed: { icon: 'check', word: 'passed' },
  failed: { icon: 'cross', word: 'failed' },
  unknown: { icon: 'question', word: 'notKnown' },
} as const satisfies Record<Check['outcome'], { icon: IconName; word: string }>;

/** What this device found out by itself: word and icon first, then why, whose it is, and what was checked. */
export function ReportView({
  checked,
  title,
  focus = true,
}: {
  checked: CheckedHere;
  title?: string;
  focus?: boolean;
}) {
  const t = useTexts(verifyTexts);
  const here = useTexts(fileTexts);
  const code = useTexts(codeTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus({ preventScroll: true });
  }, [focus]);
  const verdict = checked.verdict === 'never-reached' ? 'cannot-be-determined' : checked.verdict;
  const { icon, word } = VERDICTS[verdict];
  const report = checked.verdict === 'never-reached' ? null : checked;
  const reasons =
    report === null
      ? [here('neverReached')]
      : report.reasons.length === 0
        ? [here('validText')]
        : report.reasons.map((each) => code(each));
  return (
    <article className={classes.answer} data-verdict={verdict}>
      <header className={classes.head}>
        <Icon name={icon} size={60} />
        <h2 ref={heading} tabIndex={-1}>
          {t(word)}
        </h2>
        <p className={classes.kind}>{title ?? here('onDevice')}</p>
        {reasons.map((reason) => (
          <p key={reason} className={classes.reason}>
            {reason}
          </p>
        ))}
      </header>
      {report && <ReportBody report={report} />}
    </article>
  );
}

function ReportBody({ report }: { report: OwnReport }) {
  const here = useTexts(fileTexts);
  const kind = useTexts(kindTexts);
  const format = useFormat();
  const at = (iso: string) => format.instant(Date.parse(iso), { seconds: true, zone: true });
  return (
    <div className={classes.body}>
      {report.offline && <p className={classes.note}>{here('offlineNote')}</p>}
      {report.facts && <SignedContent facts={report.facts} />}
      {report.kind === 'picture' && report.facts && <p className={classes.note}>{here('pictureNote')}</p>}
      {report.checks.length > 0 && <Checks checks={report.checks} />}
      <p className="hz-soft hz-tabular" style={{ margin: 0 }}>
        {[
          kind(report.kind),
          here('checkedAt', { at: at(report.checkedAt) }),
          report.statusAsOf && here('asOf', { at: at(report.statusAsOf) }),
          report.trustAsOf && here('keysAsOf', { at: at(report.trustAsOf) }),
          report.logged && here('loggedAs', { index: report.logged.index }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  );
}

function SignedContent({ facts }: { facts: SignedFacts }) {
  const t = useTexts(verifyTexts);
  const here = useTexts(fileTexts);
  const format = useFormat();
  const levelName = useLevelName();
  const day = (iso: string) => format.instant(Date.parse(iso), { day: true });
  const isLevel = (level: string): level is Level => (LEVELS as readonly string[]).includes(level);
  return (
    <>
      <p className={classes.holder}>
        {facts.holderName}
        {facts.latinName && <span className="hz-soft"> {facts.latinName}</span>}
      </p>
      {facts.masked && <p className={classes.note}>{here('masked')}</p>}
      <Facts
        rows={[
          [t('certificate'), <Localized key="title" text={facts.title} />],
          [t('level'), isLevel(facts.level) ? levelName(facts.level) : facts.level],
          [t('number'), facts.number],
          [t('issued'), day(facts.issuedAt)],
          [t('expires'), day(facts.expiresAt)],
          ...facts.results.map(
            ({ name, value, outOf }) => [name, outOf === null ? value : `${value} / ${outOf}`] as const,
          ),
        ]}
      />
    </>
  );
}

function Checks({ checks }: { checks: Report['checks'] }) {
  const t = useTexts(verifyTexts);
  const here = useTexts(fileTexts);
  const name = useTexts(checkTexts);
  return (
    <section>
      <h3>{t('whatChecked')}</h3>
      <ul className={classes.checks}>
        {checks.map(({ check, outcome, needed }) => (
          <li key={check} data-outcome={outcome}>
            <Icon name={OUTCOMES[outcome].icon} size={20} label={t(OUTCOMES[outcome].word)} />
            <span>
              {name(check)} {outcome === 'unknown' && !needed && here('notNeeded')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
