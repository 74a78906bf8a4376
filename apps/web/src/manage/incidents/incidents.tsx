import { useState } from 'react';
import { Button, Group } from '@mantine/core';
import type { Incident } from '@hz/delivery/contract';
import type { SessionView } from '@hz/registration/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { EmptyState, ErrorState, LoadingState } from '../../shared/feedback';
import { useMe } from '../../shared/session/me';
import { Figures } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { incidentsQuery } from './api';
import { IncidentCard } from './incident-card';
import { OpenIncidentDialog } from './open-incident-dialog';
import { Resits } from './resits';
import { incidentTexts } from './texts';

/** The incidents of a session: those that wait for a decision first. */
export function Incidents({ session }: { session: SessionView }) {
  const t = useTexts(incidentTexts);
  const { me } = useMe();
  const mayDecide = me?.roles.includes('exam-manager') === true;
  const [opening, setOpening] = useState(false);
  const { data, error, refetch } = useQuery(incidentsQuery(session.id, session.status !== 'released'));
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingState title={false} />;
  const rows = data.rows.toSorted((a, b) => rank(a) - rank(b) || b.beganAt - a.beganAt);
  const count = (state: Incident['state']) => rows.filter((row) => row.state === state).length;
  return (
    <div style={{ display: 'grid', gap: 24, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <p className="hz-soft" style={{ margin: 0, maxWidth: '48em' }}>
        {t('lead')}
      </p>
      <Figures
        rows={[
          { label: t('waiting'), value: count('proposed'), tone: count('proposed') > 0 ? 'amber' : 'plain' },
          { label: t('approvedCount'), value: count('approved') },
          { label: t('ownLosses'), value: data.ownLosses },
          { label: t('limit'), value: data.outageLimitMinutes, note: t('minutes') },
        ]}
      />
      {mayDecide && (
        <Group gap="sm" className="hz-no-print">
          <Button variant="default" onClick={() => setOpening(true)}>
            {t('openByHand')}
          </Button>
          <Button variant="default" component={Link} to={`/manage/sessions/${session.id}/report`}>
            {t('report')}
          </Button>
        </Group>
      )}
      {rows.length === 0 && <EmptyState icon="check-circle" title={t('none')} hint={t('noneHint')} />}
      {rows.map((incident) => (
        <IncidentCard
          key={incident.id}
          incident={incident}
          session={session}
          limit={data.outageLimitMinutes}
          mayDecide={mayDecide}
        />
      ))}
      {mayDecide && <Resits session={session} />}
      {opening && <OpenIncidentDialog session={session} onClose={() => setOpening(false)} />}
    </div>
  );
}

const rank = ({ state }: Incident): number => (state === 'proposed' ? 0 : 1);
