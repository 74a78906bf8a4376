import type { MyAppeal } from '@hz/certification/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ErrorState, LoadingState, Notice } from '../../shared/feedback';
import { useFormat } from '../../shared/format';
import { useTexts } from '../../shared/texts';
import { Section } from '../../shared/ui';
import { appealQuery } from './api';
import { AppealForm } from './appeal-form';
import { appealTexts } from './texts';

/** What the holder of a revoked certificate can do about it, and what became of it. */
export function AppealSection({ number }: { number: string }) {
  const t = useTexts(appealTexts);
  const { data, error, refetch } = useQuery(appealQuery(number));
  return (
    <Section title={t('appeal')}>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && data === undefined && <LoadingState title={false} />}
      {data && <State state={data} />}
    </Section>
  );
}

function State({ state: { number, may, until, appeal } }: { state: MyAppeal }) {
  const t = useTexts(appealTexts);
  const format = useFormat();
  if (appeal !== null) return <HandedIn appeal={appeal} />;
  const day = until === null ? '–' : format.instant(until);
  if (!may) return <p>{t('tooLate', { until: day })}</p>;
  return (
    <>
      <p>{t('mayAppeal', { until: day })}</p>
      <AppealForm number={number} />
    </>
  );
}

const LOOK = { open: ['calm', 'clock'], upheld: ['calm', 'check-circle'], refused: ['amber', 'info'] } as const;

function HandedIn({ appeal }: { appeal: NonNullable<MyAppeal['appeal']> }) {
  const t = useTexts(appealTexts);
  const format = useFormat();
  const { status, filedAt, decisionReason, newNumber, grounds } = appeal;
  const [tone, icon] = LOOK[status];
  return (
    <>
      <Notice tone={tone} icon={icon} title={t(status)}>
        {status === 'open' && <p>{t('openHint', { at: format.instant(filedAt) })}</p>}
        {status === 'upheld' && <p>{t('upheldHint')}</p>}
        {decisionReason !== null && <p>{t('reason', { reason: decisionReason })}</p>}
        {newNumber !== null && (
          <p>
            <Link to={`/my/certificates/${encodeURIComponent(newNumber)}`}>
              {t('newCertificate', { number: newNumber })}
            </Link>
          </p>
        )}
      </Notice>
      <div>
        <strong>{t('yourGrounds')}</strong>
        <p style={{ whiteSpace: 'pre-line' }}>{grounds}</p>
      </div>
    </>
  );
}
