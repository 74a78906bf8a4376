import type { Affected, Incident } from '@hz/delivery/contract';
import type { SessionView } from '@hz/registration/contract';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../shared/format';
import { Listing, useFilters, type Column } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Badge, type Tone } from '../../shared/ui';
import { affectedQuery } from './api';
import { incidentTexts } from './texts';
import { useIncidentWords } from './words';

const TONES = {
  extended: 'calm',
  resit: 'amber',
  'handed-in': 'plain',
  none: 'plain',
} as const satisfies Record<Affected['outcome'], Tone>;

/** Whom an incident hit, and what each gets back. */
export function AffectedTable({ incident, session }: { incident: Incident; session: SessionView }) {
  const t = useTexts(incidentTexts);
  const filters = useFilters();
  const version = `${incident.state}-${incident.beganAt}-${incident.endedAt}-${incident.resitConfirmedAt}`;
  const { data, error, refetch } = useQuery(affectedQuery(session.id, incident.id, version));
  return (
    <Listing
      label={t('affected')}
      columns={useAffectedColumns()}
      rows={data?.affected}
      rowKey={({ registrationId }) => registrationId}
      error={error}
      retry={refetch}
      filters={filters}
      dense
      file={`incident-${session.code}`}
      empty={{ title: t('noAffected'), hint: t('noAffectedHint') }}
    />
  );
}

export function useAffectedColumns(): Column<Affected>[] {
  const t = useTexts(incidentTexts);
  const words = useIncidentWords();
  const format = useFormat();
  const reported = ({ reportedMs, browserOffline }: Affected) =>
    reportedMs === null
      ? '–'
      : browserOffline
        ? t('reportedOffline', { time: words.time(reportedMs) })
        : words.time(reportedMs);
  const given = ({ lostMs, windowMs }: Affected) =>
    [lostMs > 0 && format.duration(lostMs), windowMs > 0 && t('windowMoved', { time: format.duration(windowMs) })]
      .filter((part) => part !== false)
      .join(' · ') || '–';
  const deadline = ({ deadlineBefore, deadlineAfter }: Affected) =>
    deadlineAfter === null || deadlineAfter === deadlineBefore
      ? '–'
      : format.instant(deadlineAfter, { seconds: true }).slice(-8);
  const outcome = (row: Affected) =>
    row.resitReason === null
      ? words.outcome(row.outcome)
      : `${words.outcome(row.outcome)}: ${words.reason(row.resitReason)}`;
  return [
    { key: 'seat', header: t('seat'), number: true, cell: ({ seatNo }) => seatNo, text: ({ seatNo }) => seatNo },
    { key: 'name', header: t('name'), heading: true, cell: ({ name }) => name, text: ({ name }) => name },
    {
      key: 'ticket',
      header: t('ticket'),
      exportOnly: true,
      cell: ({ ticketNo }) => ticketNo,
      text: ({ ticketNo }) => ticketNo,
    },
    { key: 'status', header: t('status'), cell: words.status, text: words.status },
    { key: 'gap', header: t('gap'), cell: ({ gapMs }) => words.time(gapMs), text: ({ gapMs }) => words.time(gapMs) },
    {
      key: 'cause',
      header: t('cause'),
      cell: ({ cause }) => words.cause(cause),
      text: ({ cause }) => words.cause(cause),
    },
    { key: 'reported', header: t('reported'), cell: reported, text: reported },
    { key: 'given', header: t('compensation'), cell: given, text: given },
    { key: 'deadline', header: t('newDeadline'), cell: deadline, text: deadline },
    {
      key: 'outcome',
      header: t('outcome'),
      cell: (row) => <Badge tone={TONES[row.outcome]}>{outcome(row)}</Badge>,
      text: outcome,
    },
  ];
}
