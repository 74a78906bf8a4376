import { useState } from 'react';
import { EDUCATION_STATUSES } from '@hz/certification/contract';
import { RequireRole } from '../../shared/session/require-role';
import { allPages, DeedDialog, FilterBar, FilterSelect, Listing, useFilters, usePages } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Page } from '../../shared/ui';
import { educationCases, useDecide } from './api';
import { useEducationColumns, type Deciding } from './columns';
import { educationDeskTexts } from './texts';

export function EducationPage() {
  return (
    <RequireRole roles={['exam-manager', 'administrator']}>
      <Education />
    </RequireRole>
  );
}

function Education() {
  const t = useTexts(educationDeskTexts);
  const filters = useFilters();
  const list = educationCases({ status: filters.oneOf('status', EDUCATION_STATUSES) });
  const { rows, total, error, retry, more, loadingMore } = usePages(list);
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  return (
    <Page width="wide" title={t('education')} lead={t('lead')}>
      <FilterBar>
        <FilterSelect
          filters={filters}
          name="status"
          label={t('status')}
          options={EDUCATION_STATUSES.map((value) => ({ value, label: t(value) }))}
        />
      </FilterBar>
      <Listing
        label={t('education')}
        columns={useEducationColumns(setDeciding)}
        rows={rows}
        rowKey={({ id }) => id}
        error={error}
        retry={retry}
        filters={filters}
        filterNames={['status']}
        file="continuing-education"
        exportRows={() => allPages(list)}
        paging={{ more, loadingMore, total }}
        empty={{ title: t('none'), hint: t('noneHint') }}
      />
      <Decision deciding={deciding} onClose={() => setDeciding(null)} />
    </Page>
  );
}

/** A refusal says why; an approval needs no words. */
function Decision({ deciding, onClose }: { deciding: Deciding | null; onClose: () => void }) {
  const t = useTexts(educationDeskTexts);
  const decide = useDecide();
  const { id = '', holderName: name = '', title = '', hours = 0 } = deciding?.record ?? {};
  const approve = deciding?.approve === true;
  return (
    <DeedDialog
      opened={deciding !== null}
      onClose={onClose}
      title={t(approve ? 'approveFor' : 'refuseFor', { name, title })}
      confirm={t(approve ? 'approve' : 'refuse')}
      danger={!approve}
      reason={!approve}
      minReason={3}
      run={(reason) => decide(id, approve, reason)}
    >
      {t(approve ? 'approveText' : 'refuseText', { name, hours })}
    </DeedDialog>
  );
}
