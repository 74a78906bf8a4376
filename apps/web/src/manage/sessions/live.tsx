import { useState } from 'react';
import { Button } from '@mantine/core';
import { ATTEMPT_STATUSES, type AttemptStatus, type LiveAttempt } from '@hz/delivery/contract';
import type { SessionView } from '@hz/registration/contract';
import { useQuery } from '@tanstack/react-query';
import { formatInstant, useFormat } from '../../shared/format';
import {
  Figures,
  FilterBar,
  FilterSelect,
  Listing,
  matchesSearch,
  SearchField,
  useFilters,
  type Column,
} from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Badge, type Tone } from '../../shared/ui';
import { LIVE_EVERY_MS, liveQuery } from './api';
import { Evidence } from './evidence';
import { sessionTexts } from './texts';

const FILTERS = ['q', 'attempt'] as const;
const LOOK = {
  prepared: ['plain', 'attemptPrepared'],
  started: ['amber', 'attemptStarted'],
  submitted: ['calm', 'attemptSubmitted'],
} as const satisfies Record<AttemptStatus, [Tone, string]>;

/** The attempts of a session by seat. Rows keep their places whatever happens in them. */
export function Live({ session }: { session: SessionView }) {
  const t = useTexts(sessionTexts);
  const format = useFormat();
  const filters = useFilters();
  const [running, setRunning] = useState(true);
  const { data, error, refetch } = useQuery(liveQuery(session.id, running && session.status !== 'released'));
  const all = data?.rows.toSorted((a, b) => a.seatNo - b.seatNo);
  const rows = all?.filter(
    ({ name, seatNo, status }) =>
      (filters.get('attempt') === '' || filters.get('attempt') === status) &&
      matchesSearch(filters.get('q'), [name, String(seatNo)]),
  );
  const count = (status: AttemptStatus) => all?.filter((row) => row.status === status).length ?? 0;
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      <Figures
        rows={[
          { label: t('attemptsPrepared'), value: count('prepared') },
          { label: t('attemptsStarted'), value: count('started') },
          {
            label: t('attemptsSubmitted'),
            value: count('submitted'),
            note: t('ofCount', { count: session.registered }),
          },
        ]}
      />
      <FilterBar>
        <SearchField filters={filters} label={`${t('name')} / ${t('seat')}`} />
        <FilterSelect
          filters={filters}
          name="attempt"
          label={t('status')}
          options={ATTEMPT_STATUSES.map((value) => ({ value, label: t(LOOK[value][1]) }))}
        />
        <Button variant="default" onClick={() => setRunning(!running)} style={{ flex: 'none' }}>
          {t(running ? 'pause' : 'resume')}
        </Button>
      </FilterBar>
      {data && (
        <p className="hz-soft hz-tabular" style={{ margin: 0 }}>
          {running
            ? t('liveNote', {
                seconds: LIVE_EVERY_MS / 1000,
                at: format.instant(data.serverTime, { seconds: true }),
              })
            : t('livePaused')}
        </p>
      )}
      <Listing
        label={t('tabLive')}
        columns={useColumns(session.id, data?.serverTime ?? 0)}
        rows={rows}
        rowKey={({ attemptId }) => attemptId}
        error={error}
        retry={refetch}
        filters={filters}
        filterNames={FILTERS}
        dense
        file={`live-${session.code}`}
        empty={{ title: t('noLive'), hint: t('noLiveHint') }}
      />
    </div>
  );
}

function useColumns(sessionId: string, serverTime: number): Column<LiveAttempt>[] {
  const t = useTexts(sessionTexts);
  const { language, duration } = useFormat();
  const time = (at: number | null) => (at === null ? '–' : formatInstant(at, language, { seconds: true }).slice(-8));
  const state = ({ status, submittedBy }: LiveAttempt) =>
    t(submittedBy === 'worker' ? 'attemptSubmittedByWorker' : LOOK[status][1]);
  const total = ({ evidence }: LiveAttempt) => Object.values(evidence).reduce((sum, count) => sum + count, 0);
  return [
    { key: 'seat', header: t('seat'), number: true, cell: ({ seatNo }) => seatNo, text: ({ seatNo }) => seatNo },
    { key: 'name', header: t('name'), heading: true, cell: ({ name }) => name, text: ({ name }) => name },
    {
      key: 'status',
      header: t('status'),
      cell: (row) => <Badge tone={LOOK[row.status][0]}>{state(row)}</Badge>,
      text: state,
    },
    { key: 'saves', header: t('saves'), number: true, cell: ({ saves }) => saves, text: ({ saves }) => saves },
    {
      key: 'last',
      header: t('lastSave'),
      cell: ({ lastSavedAt }) => time(lastSavedAt),
      text: ({ lastSavedAt }) => time(lastSavedAt),
    },
    {
      key: 'deadline',
      header: t('deadline'),
      cell: ({ deadlineAt }) => time(deadlineAt),
      text: ({ deadlineAt }) => time(deadlineAt),
    },
    {
      key: 'left',
      header: t('remaining'),
      cell: ({ status, deadlineAt }) =>
        status === 'started' && deadlineAt !== null ? duration(Math.max(0, deadlineAt - serverTime)) : '–',
    },
    {
      key: 'evidence',
      header: t('evidence'),
      cell: (row) => <Evidence key={`${sessionId}-${row.attemptId}`} row={row} total={total(row)} />,
      text: total,
    },
  ];
}
