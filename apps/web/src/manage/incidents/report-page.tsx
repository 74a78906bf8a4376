import { Button, Group } from '@mantine/core';
import type { SessionReport } from '@hz/delivery/contract';
import type { SessionView } from '@hz/registration/contract';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ErrorState, LoadingState } from '../../shared/feedback';
import { useFormat } from '../../shared/format';
import { Icon } from '../../shared/icons';
import { useLocalized } from '../../shared/localized';
import { RequireRole } from '../../shared/session/require-role';
import { csvText, DataTable, downloadText, Figures } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Card, Page, Section, TableFrame } from '../../shared/ui';
import { managedSessionQuery } from '../sessions/api';
import { useAffectedColumns } from './affected-table';
import { reportQuery } from './api';
import { IncidentFacts } from './incident-card';
import { absentOf, reportRows, resitsOf } from './report-csv';
import { useResitColumns } from './resits';
import { incidentTexts } from './texts';
import { useIncidentWords } from './words';

/** `/manage/sessions/:id/report`: what happened in a sitting, to print and to keep. */
export function ReportPage() {
  const { id = '' } = useParams();
  const session = useQuery(managedSessionQuery(id));
  const report = useQuery(reportQuery(id));
  const error = session.error ?? report.error;
  const retry = () => Promise.all([session.refetch(), report.refetch()]);
  return (
    <RequireRole roles={['exam-manager']}>
      {session.data && report.data ? (
        <Report session={session.data} report={report.data} />
      ) : error ? (
        <ErrorState error={error} onRetry={retry} />
      ) : (
        <LoadingState />
      )}
    </RequireRole>
  );
}

interface Props {
  session: SessionView;
  report: SessionReport;
}

function Report({ session, report }: Props) {
  const t = useTexts(incidentTexts);
  const words = useIncidentWords();
  const format = useFormat();
  const local = useLocalized();
  const write = () => {
    const instant = (at: number) => format.instant(at, { seconds: true });
    downloadText(`report-${session.code}.csv`, csvText(reportRows(report, session.code, { t, ...words, instant })));
  };
  return (
    <Page
      width="wide"
      title={t('reportTitle')}
      lead={
        <>
          {local(session.title)} · <span className="hz-tabular">{session.code}</span> ·{' '}
          {format.span(session.opensAt, session.closesAt)} ·{' '}
          {t('madeAt', { at: format.instant(report.serverTime, { zone: true }) })}
        </>
      }
      back={{ to: `/manage/sessions/${session.id}?tab=incidents`, text: t('toSession') }}
      actions={
        <Group gap="sm" className="hz-no-print">
          <Button variant="default" leftSection={<Icon name="download" size={18} />} onClick={write}>
            {t('exportReport')}
          </Button>
          <Button leftSection={<Icon name="print" size={18} />} onClick={() => window.print()}>
            {t('print')}
          </Button>
        </Group>
      }
    >
      <Attendance report={report} />
      <Answers report={report} />
      <IncidentsOf report={report} />
      <ResitsOf report={report} />
    </Page>
  );
}

function Attendance({ report }: { report: SessionReport }) {
  const t = useTexts(incidentTexts);
  return (
    <Section title={t('attendance')}>
      <Figures
        rows={[
          { label: t('registered'), value: report.registered },
          { label: t('absent'), value: absentOf(report) },
          { label: t('stillAtWork'), value: report.started, tone: report.started > 0 ? 'amber' : 'plain' },
          { label: t('byCandidate'), value: report.submittedByCandidate },
          { label: t('byWorker'), value: report.submittedByWorker },
        ]}
      />
    </Section>
  );
}

function Answers({ report }: { report: SessionReport }) {
  const t = useTexts(incidentTexts);
  const words = useIncidentWords();
  const of = (count: number) => t('candidatesOf', { count });
  return (
    <Section title={t('answers')}>
      <Figures
        rows={[
          { label: t('saves'), value: report.saves },
          { label: t('late'), value: report.lateResponses, note: of(report.lateCandidates) },
          {
            label: t('lateWaiting'),
            value: report.lateAnswers.waiting,
            tone: report.lateAnswers.waiting > 0 ? 'amber' : 'plain',
          },
          { label: t('lateDecided'), value: `${report.lateAnswers.accepted} / ${report.lateAnswers.refused}` },
          { label: t('ownLosses'), value: report.ownLosses },
          { label: t('compensatedTotal'), value: words.time(report.compensatedMs) },
          { label: t('resitTotal'), value: resitsOf(report) },
        ]}
      />
      <h3>{t('rejected')}</h3>
      {report.rejectedSaves.length === 0 ? (
        <p className="hz-soft">{t('noRejected')}</p>
      ) : (
        <TableFrame label={t('rejected')}>
          <thead>
            <tr>
              <th scope="col">{t('resitReason')}</th>
              <th scope="col">{t('count')}</th>
              <th scope="col">{t('candidates')}</th>
            </tr>
          </thead>
          <tbody>
            {report.rejectedSaves.map(({ why, count, candidates }) => (
              <tr key={why}>
                <th scope="row">{words.refusal(why)}</th>
                <td className="hz-tabular">{count}</td>
                <td className="hz-tabular">{candidates}</td>
              </tr>
            ))}
          </tbody>
        </TableFrame>
      )}
    </Section>
  );
}

function IncidentsOf({ report }: { report: SessionReport }) {
  const t = useTexts(incidentTexts);
  const words = useIncidentWords();
  const columns = useAffectedColumns();
  return (
    <Section title={t('incidents')}>
      {report.incidents.length === 0 && <p className="hz-soft">{t('noIncidents')}</p>}
      {report.incidents.map(({ incident, affected }) => (
        <div
          key={incident.id}
          style={{ display: 'grid', gap: 12, marginBottom: 24, gridTemplateColumns: 'minmax(0, 1fr)' }}
        >
          <Card>
            <h3 style={{ marginTop: 0 }}>
              {words.kind(incident.kind)} {words.when(incident)} · {words.state(incident.state)}
            </h3>
            <IncidentFacts incident={incident} />
          </Card>
          {affected.length > 0 && (
            <DataTable
              label={t('affected')}
              columns={columns}
              rows={affected}
              rowKey={({ registrationId }) => registrationId}
              dense
            />
          )}
        </div>
      ))}
    </Section>
  );
}

function ResitsOf({ report }: { report: SessionReport }) {
  const t = useTexts(incidentTexts);
  const columns = useResitColumns();
  return (
    <Section title={t('resits')}>
      {report.resits.length === 0 ? (
        <p className="hz-soft">{t('noResits')}</p>
      ) : (
        <DataTable
          label={t('resits')}
          columns={columns}
          rows={report.resits}
          rowKey={({ incidentId, registrationId }) => `${incidentId}-${registrationId}`}
          dense
        />
      )}
    </Section>
  );
}
