import { Tabs } from '@mantine/core';
import type { SessionView } from '@hz/registration/contract';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { ErrorState, LoadingState } from '../../shared/feedback';
import { useLocalized } from '../../shared/localized';
import { useNow } from '../../shared/now';
import { useMe } from '../../shared/session/me';
import { RequireRole } from '../../shared/session/require-role';
import { useTexts } from '../../shared/texts';
import { Page } from '../../shared/ui';
import { Incidents } from '../incidents/incidents';
import { ProposedBanner } from '../incidents/proposed-banner';
import { incidentTexts } from '../incidents/texts';
import { LateAnswers } from '../late/late-answers';
import { lateTexts } from '../late/texts';
import { SessionActions } from './actions';
import { managedSessionQuery } from './api';
import { Grading } from './grading';
import { Live } from './live';
import { Overview } from './overview';
import { Roster } from './roster';
import { SessionBadge } from './status';
import { sessionTexts } from './texts';

const MINUTE_MS = 60_000;

export function ManagedSessionPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(managedSessionQuery(id));
  return (
    <RequireRole roles={['exam-manager', 'invigilator']}>
      {data ? <Session session={data} /> : error ? <ErrorState error={error} onRetry={refetch} /> : <LoadingState />}
    </RequireRole>
  );
}

function Session({ session }: { session: SessionView }) {
  const t = useTexts(sessionTexts);
  const incident = useTexts(incidentTexts);
  const late = useTexts(lateTexts);
  const local = useLocalized();
  const now = useNow(MINUTE_MS);
  const { me } = useMe();
  const manager = me?.roles.includes('exam-manager') === true;
  const [params, setParams] = useSearchParams();
  // Each tab has filters of its own, so that a change of the tab drops them.
  const show = (tab: string | null) =>
    setParams(tab === null || tab === 'overview' ? {} : { tab }, { replace: true, preventScrollReset: true });
  const tabs = ['overview', 'roster', 'live', 'incidents', 'late', ...(manager ? ['grading'] : [])];
  const tab = params.get('tab') ?? 'overview';
  return (
    <Page
      width="wide"
      title={local(session.title)}
      lead={
        <>
          <span className="hz-tabular">{session.code}</span> · <SessionBadge session={session} now={now} />
        </>
      }
      back={{ to: '/manage/sessions', text: t('toSessions') }}
      actions={manager && <SessionActions session={session} />}
    >
      <ProposedBanner session={session} hidden={tab === 'incidents'} />
      <Tabs value={tabs.includes(tab) ? tab : 'overview'} onChange={show} keepMounted={false}>
        <Tabs.List mb="lg" className="hz-no-print">
          <Tabs.Tab value="overview">{t('tabOverview')}</Tabs.Tab>
          <Tabs.Tab value="roster">{t('tabRoster')}</Tabs.Tab>
          <Tabs.Tab value="live">{t('tabLive')}</Tabs.Tab>
          <Tabs.Tab value="incidents">{incident('tab')}</Tabs.Tab>
          <Tabs.Tab value="late">{late('tab')}</Tabs.Tab>
          {manager && <Tabs.Tab value="grading">{t('tabGrading')}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="overview">
          <Overview session={session} />
        </Tabs.Panel>
        <Tabs.Panel value="roster">
          <Roster session={session} />
        </Tabs.Panel>
        <Tabs.Panel value="live">
          <Live session={session} />
        </Tabs.Panel>
        <Tabs.Panel value="incidents">
          <Incidents session={session} />
        </Tabs.Panel>
        <Tabs.Panel value="late">
          <LateAnswers session={session} />
        </Tabs.Panel>
        {manager && (
          <Tabs.Panel value="grading">
            <Grading session={session} />
          </Tabs.Panel>
        )}
      </Tabs>
    </Page>
  );
}
