import { useState } from 'react';
import { APPEAL_STATUSES } from '@hz/certification/contract';
import { RequireRole } from '../../shared/session/require-role';
import { allPages, DeedDialog, FilterBar, FilterSelect, Listing, useFilters, usePages } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Page } from '../../shared/ui';
import { appeals, useDecide } from './api';
import { useAppealColumns, type Deciding } from './columns';
import { appealDeskTexts } from './texts';

export function AppealsPage() {
  return (
    <RequireRole roles={['exam-manager', 'administrator', 'auditor']}>
      <Appeals />
    </RequireRole>
  );
}

function Appeals() {
  const t = useTexts(appealDeskTexts);
  const filters = useFilters();
  const list = appeals({ status: filters.oneOf('status', APPEAL_STATUSES) });
  const { rows, total, error, retry, more, loadingMore } = usePages(list);
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  return (
    <Page width="wide" title={t('appeals')} lead={t('lead')}>
      <FilterBar>
        <FilterSelect
          filters={filters}
          name="status"
          label={t('status')}
          options={APPEAL_STATUSES.map((value) => ({ value, label: t(value) }))}
        />
      </FilterBar>
      <Listing
        label={t('appeals')}
        columns={useAppealColumns(setDeciding)}
        rows={rows}
        rowKey={({ id }) => id}
        error={error}
        retry={retry}
        filters={filters}
        filterNames={['status']}
        file="appeals"
        exportRows={() => allPages(list)}
        paging={{ more, loadingMore, total }}
        empty={{ title: t('none'), hint: t('noneHint') }}
      />
      <Decision deciding={deciding} onClose={() => setDeciding(null)} />
    </Page>
  );
}

function Decision({ deciding, onClose }: { deciding: Deciding | null; onClose: () => void }) {
  const t = useTexts(appealDeskTexts);
  const decide = useDecide();
  const { number = '', holderName: name = '', id = '', grounds = '' } = deciding?.appeal ?? {};
  const uphold = deciding?.uphold === true;
  return (
    <DeedDialog
      opened={deciding !== null}
      onClose={onClose}
      title={t(uphold ? 'upholdFor' : 'refuseFor', { number })}
      confirm={t(uphold ? 'uphold' : 'refuse')}
      danger={!uphold}
      reason
      minReason={3}
      run={(reason) => decide(id, uphold, reason)}
    >
      <p style={{ marginTop: 0 }}>{t(uphold ? 'upholdText' : 'refuseText', { name })}</p>
      <strong>{t('grounds')}</strong>
      <p style={{ whiteSpace: 'pre-line', marginBottom: 0 }}>{grounds}</p>
    </DeedDialog>
  );
}
