import { useState } from 'react';
import { Button, Checkbox } from '@mantine/core';
import type { Resit } from '@hz/delivery/contract';
import type { SessionView } from '@hz/registration/contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api/client';
import { ErrorState, LoadingState } from '../../shared/feedback';
import { csvText, DataTable, DeedDialog, downloadText, staffTexts, type Column } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Badge, Section } from '../../shared/ui';
import { resitsQuery } from './api';
import { useDecision } from './decision-dialogs';
import { incidentTexts } from './texts';
import { useIncidentWords } from './words';

/** Who sits again: a draft for each incident until somebody confirms it. */
export function Resits({ session }: { session: SessionView }) {
  const t = useTexts(incidentTexts);
  const { data, error, refetch } = useQuery(resitsQuery(session.id));
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingState rows={1} title={false} />;
  if (data.length === 0) return null;
  return (
    <Section title={t('resits')} note={t('resitsLead')}>
      {[...new Set(data.map(({ incidentId }) => incidentId))].map((id) => (
        <ResitList
          key={id}
          incidentId={id}
          rows={data.filter(({ incidentId }) => incidentId === id)}
          session={session}
        />
      ))}
    </Section>
  );
}

function ResitList({ incidentId, rows, session }: { incidentId: string; rows: Resit[]; session: SessionView }) {
  const t = useTexts(incidentTexts);
  const staff = useTexts(staffTexts);
  const words = useIncidentWords();
  const decide = useDecision();
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const [confirming, setConfirming] = useState(false);
  const first = rows[0]!;
  const isDraft = first.confirmedAt === null;
  const toggle = (id: string) =>
    setOut((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const columns = useResitColumns();
  const shown = isDraft ? [keepColumn(t, out, toggle), ...columns] : columns;
  const write = () => {
    const exported = columns.filter(({ text }) => text !== undefined);
    const lines = rows.map((row) => exported.map(({ text }) => text?.(row)));
    downloadText(`resits-${session.code}.csv`, csvText([exported.map(({ header }) => header), ...lines]));
  };
  const confirm = () => {
    const body = { excluded: [...out], note: '' };
    const params = { path: { id: incidentId } };
    return decide(() => api.POST('/api/v1/incidents/{id}/resit-confirmation', { params, body }));
  };
  return (
    <div style={{ display: 'grid', gap: 12, marginBottom: 24, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <h3 style={{ margin: 0 }}>
        {words.kind(first.kind)} {words.when(first)}{' '}
        <Badge tone={isDraft ? 'amber' : 'calm'}>{t(isDraft ? 'draft' : 'confirmed')}</Badge>
      </h3>
      <DataTable
        label={t('resits')}
        columns={shown}
        rows={rows}
        rowKey={({ registrationId }) => registrationId}
        dense
      />
      <div className="hz-no-print" style={{ display: 'flex', flexWrap: 'wrap', gap: 12 }}>
        {isDraft && <Button onClick={() => setConfirming(true)}>{t('confirmResits')}</Button>}
        <Button variant="default" onClick={write}>
          {staff('exportCsv')}
        </Button>
      </div>
      {confirming && (
        <DeedDialog
          opened
          onClose={() => setConfirming(false)}
          title={t('confirmTitle')}
          confirm={t('confirmResits')}
          run={confirm}
        >
          {t('confirmText', { count: rows.length - out.size, excluded: out.size })}
        </DeedDialog>
      )}
    </div>
  );
}

function keepColumn(
  t: ReturnType<typeof useTexts<typeof incidentTexts.table>>,
  out: ReadonlySet<string>,
  toggle: (id: string) => void,
): Column<Resit> {
  return {
    key: 'keep',
    header: t('resitTotal'),
    cell: ({ registrationId, name }) => (
      <Checkbox
        aria-label={t('keepOn', { name })}
        checked={!out.has(registrationId)}
        onChange={() => toggle(registrationId)}
      />
    ),
  };
}

export function useResitColumns(): Column<Resit>[] {
  const t = useTexts(incidentTexts);
  const words = useIncidentWords();
  const state = ({ excluded, confirmedAt }: Resit) =>
    t(excluded ? 'excluded' : confirmedAt === null ? 'draft' : 'confirmed');
  return [
    { key: 'seat', header: t('seat'), number: true, cell: ({ seatNo }) => seatNo, text: ({ seatNo }) => seatNo },
    { key: 'name', header: t('name'), heading: true, cell: ({ name }) => name, text: ({ name }) => name },
    { key: 'ticket', header: t('ticket'), cell: ({ ticketNo }) => ticketNo, text: ({ ticketNo }) => ticketNo },
    {
      key: 'reason',
      header: t('resitReason'),
      cell: ({ reason }) => words.reason(reason),
      text: ({ reason }) => words.reason(reason),
    },
    {
      key: 'lost',
      header: t('gap'),
      cell: ({ lostMs }) => words.time(lostMs),
      text: ({ lostMs }) => words.time(lostMs),
    },
    {
      key: 'incident',
      header: t('incident'),
      exportOnly: true,
      cell: (row) => words.when(row),
      text: (row) => `${words.kind(row.kind)} ${words.when(row)}`,
    },
    { key: 'state', header: t('status'), cell: state, text: state },
  ];
}
