import type { RenewalView } from '@hz/certification/contract';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { NotFound } from '../../public/not-found';
import { isProblem } from '../../shared/api/problem';
import { ErrorState, LoadingState } from '../../shared/feedback';
import { useFormat } from '../../shared/format';
import { RequireRole } from '../../shared/session/require-role';
import { useTexts } from '../../shared/texts';
import { Page, Section } from '../../shared/ui';
import { renewalQuery } from './api';
import { EducationForm } from './education-form';
import { EducationRecords } from './education-records';
import { RenewNow } from './renew-now';
import { renewalTexts } from './texts';
import { WhatIsWanted } from './what-is-wanted';

export function RenewalPage() {
  return (
    <RequireRole>
      <Loaded />
    </RequireRole>
  );
}

function Loaded() {
  const { number = '' } = useParams();
  const { data, error, refetch } = useQuery(renewalQuery(number));
  if (isProblem(error) && error.status === 404) return <NotFound />;
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  return data === undefined ? <LoadingState /> : <Renewal view={data} />;
}

function Renewal({ view }: { view: RenewalView }) {
  const t = useTexts(renewalTexts);
  const format = useFormat();
  const { number, expiresAt, records } = view;
  const until = expiresAt === null ? '–' : format.instant(expiresAt, { day: true });
  return (
    <Page
      title={t('renewal')}
      lead={t('lead', { number, until })}
      back={{ to: `/my/certificates/${encodeURIComponent(number)}`, text: t('back') }}
      width="reading"
    >
      <RenewNow view={view} />
      <Section title={t('whatIsWanted')}>
        <WhatIsWanted view={view} />
      </Section>
      <Section title={t('records')}>
        <EducationRecords records={records} />
      </Section>
      <Section title={t('handIn')}>
        <EducationForm number={number} />
      </Section>
    </Page>
  );
}
