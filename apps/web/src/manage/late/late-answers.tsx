import { useState } from 'react';
import { Button, Group } from '@mantine/core';
import type { LateAnswer } from '@hz/delivery/contract';
import type { SessionView } from '@hz/registration/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Notice } from '../../shared/feedback/notice';
import { useMe } from '../../shared/session/me';
import {
  DeedDialog,
  Figures,
  FilterBar,
  FilterSelect,
  Listing,
  matchesSearch,
  SearchField,
  useFilters,
} from '../../shared/staff';
import { SESSIONS_KEY } from '../sessions/api';
import { decideAnswer, lateAnswersQuery } from './api';
import { useLateColumns, type Choice } from './columns';
import { UploadDialog } from './upload-dialog';
import { useLateWords } from './words';

const FILTERS = ['q', 'state'] as const;
const FILTER_STATES = ['decide', 'refused', 'counts', 'decided'] as const;
const FILTER_STATES_IN_WORDS = {
  decide: 'stateDecide',
  refused: 'stateRefused',
  counts: 'stateCounts',
  decided: 'decided',
} as const;
const stateOf = ({ verdict, decision }: LateAnswer) => (decision === null ? verdict : 'decided');

/** Answers that came after the end or were not taken: those that wait for a decision first. */
export function LateAnswers({ session }: { session: SessionView }) {
  const { t } = useLateWords();
  const { me } = useMe();
  const filters = useFilters();
  const [choice, setChoice] = useState<Choice | null>(null);
  const [uploading, setUploading] = useState(false);
  const { data, error, refetch } = useQuery(lateAnswersQuery(session.id, session.status !== 'released'));
  const mayDecide = me?.roles.includes('exam-manager') === true && data?.isReleased === false;
  const columns = useLateColumns({ choose: mayDecide ? setChoice : null });
  const rows = data?.rows.toSorted((a, b) => rank(a) - rank(b) || a.seatNo - b.seatNo || a.receivedAt - b.receivedAt);
  const shown = rows?.filter(
    (row) =>
      (filters.get('state') === '' || filters.get('state') === stateOf(row)) &&
      matchesSearch(filters.get('q'), [row.name, String(row.seatNo)]),
  );
  const count = (is: (row: LateAnswer) => boolean) => rows?.filter(is).length ?? 0;
  const waiting = count(({ verdict, decision }) => verdict === 'decide' && decision === null);
  return (
    <div style={{ display: 'grid', gap: 24, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <p className="hz-soft" style={{ margin: 0, maxWidth: '48em' }}>
        {t('lead')}
      </p>
      <Figures
        rows={[
          { label: t('waiting'), value: waiting, tone: waiting > 0 ? 'amber' : 'plain' },
          { label: t('contradictory'), value: count(({ verdict, decision }) => verdict === 'refused' && !decision) },
          { label: t('counted'), value: count(({ verdict }) => verdict === 'counts') },
          { label: t('decided'), value: count(({ decision }) => decision !== null) },
        ]}
      />
      {data?.isReleased && <Notice tone="calm" title={t('released')} />}
      {data?.isCut && <Notice tone="amber" title={t('cut')} />}
      <Group gap="sm" className="hz-no-print">
        <Button variant="default" onClick={() => setUploading(true)}>
          {t('upload')}
        </Button>
      </Group>
      <FilterBar>
        <SearchField filters={filters} label={`${t('name')} / ${t('seat')}`} />
        <FilterSelect
          filters={filters}
          name="state"
          label={t('state')}
          options={FILTER_STATES.map((value) => ({ value, label: t(FILTER_STATES_IN_WORDS[value]) }))}
        />
      </FilterBar>
      <Listing
        label={t('tab')}
        columns={columns}
        rows={shown}
        rowKey={({ id }) => id}
        error={error}
        retry={refetch}
        filters={filters}
        filterNames={FILTERS}
        dense
        file={`late-${session.code}`}
        empty={{ title: t('none'), hint: t('noneHint') }}
      />
      {choice && <DecisionDialog choice={choice} onClose={() => setChoice(null)} />}
      {uploading && <UploadDialog session={session} onClose={() => setUploading(false)} />}
    </div>
  );
}

function rank({ verdict, decision }: LateAnswer): number {
  if (decision !== null) return 3;
  return verdict === 'decide' ? 0 : verdict === 'refused' ? 1 : 2;
}

function DecisionDialog({ choice: { row, accept }, onClose }: { choice: Choice; onClose: () => void }) {
  const { t, why, value } = useLateWords();
  const client = useQueryClient();
  const run = async (reason: string) => {
    try {
      await decideAnswer(row.id, accept, reason);
    } finally {
      // Also when it was refused, because something has changed.
      await client.invalidateQueries({ queryKey: SESSIONS_KEY });
    }
  };
  const who = { seat: row.seatNo, name: row.name, item: row.itemRef };
  return (
    <DeedDialog
      opened
      onClose={onClose}
      title={t(accept ? 'acceptTitle' : 'declineTitle')}
      confirm={t(accept ? 'accept' : 'decline')}
      reason
      run={run}
    >
      <p style={{ marginTop: 0 }}>{t(accept ? 'acceptText' : 'declineText', who)}</p>
      <blockquote style={{ margin: '0 0 8px', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {value(row.value)}
      </blockquote>
      {accept && row.verdict === 'refused' && (
        <Notice tone="red" title={t('contradictionWarning', { why: why(row) })} />
      )}
    </DeedDialog>
  );
}
