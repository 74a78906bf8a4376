import { useEffect, useState } from 'react';
import { Button, Group } from '@mantine/core';
import {
  REGISTRATION_STATUSES,
  type RegistrationStatus,
  type RosterRow,
  type SessionView,
} from '@hz/registration/contract';
import { ProblemAlert } from '../../shared/feedback';
import { useFormat } from '../../shared/format';
import { Icon } from '../../shared/icons';
import {
  FilterBar,
  FilterSelect,
  Listing,
  SearchField,
  staffTexts,
  useFilters,
  usePages,
  type Column,
} from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Badge } from '../../shared/ui';
import { rosterOf } from './api';
import { sessionTexts } from './texts';

const FILTERS = ['q', 'registration'] as const;
const STATUS = {
  confirmed: 'confirmed',
  withdrawn: 'withdrawn',
  cancelled: 'registrationCancelled',
} as const satisfies Record<RegistrationStatus, string>;

export function Roster({ session }: { session: SessionView }) {
  const t = useTexts(sessionTexts);
  const staff = useTexts(staffTexts);
  const filters = useFilters();
  const search = filters.given('q');
  const status = filters.oneOf('registration', REGISTRATION_STATUSES);
  const list = usePages(rosterOf(session.id, { search, status }));
  const { rows, total, error, retry, more, loadingMore } = list;
  const print = usePrinting(list);
  const csv = new URLSearchParams({ ...(search && { search }), ...(status && { status }) });
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      <FilterBar>
        <SearchField filters={filters} label={t('searchRoster')} />
        <FilterSelect
          filters={filters}
          name="registration"
          label={t('status')}
          options={REGISTRATION_STATUSES.map((value) => ({ value, label: t(STATUS[value]) }))}
        />
      </FilterBar>
      {rows && rows.length > 0 && (
        <Group gap="sm" className="hz-no-print">
          <Button
            component="a"
            variant="default"
            size="sm"
            href={`/api/v1/sessions/${session.id}/registrations.csv?${csv}`}
            leftSection={<Icon name="download" size={18} />}
          >
            {staff('exportCsv')}
          </Button>
          <Button
            variant="default"
            size="sm"
            leftSection={<Icon name="print" size={18} />}
            loading={print.reading}
            onClick={print.begin}
          >
            {t('print')}
          </Button>
        </Group>
      )}
      <ProblemAlert error={print.error} />
      <Listing
        label={t('tabRoster')}
        columns={useColumns()}
        rows={rows}
        rowKey={({ id }) => id}
        error={error}
        retry={retry}
        filters={filters}
        filterNames={FILTERS}
        dense
        paging={{ more, loadingMore, total }}
        empty={{ title: t('noRoster'), hint: t('noRosterHint') }}
      />
    </div>
  );
}

/** Prints the list once all of it has been read and stands on the page: a notice board needs everybody. */
function usePrinting({ more, loadAll }: Pick<ReturnType<typeof usePages>, 'more' | 'loadAll'>) {
  const [step, setStep] = useState<'idle' | 'reading' | 'read'>('idle');
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    if (step !== 'read' || more !== null) return;
    setStep('idle');
    window.print();
  }, [step, more]);
  const begin = () => {
    setError(null);
    setStep('reading');
    loadAll().then(
      () => setStep('read'),
      (failure: unknown) => {
        setStep('idle');
        setError(failure);
      },
    );
  };
  return { begin, reading: step !== 'idle', error };
}

function useColumns(): Column<RosterRow>[] {
  const t = useTexts(sessionTexts);
  const staff = useTexts(staffTexts);
  const format = useFormat();
  return [
    { key: 'seat', header: t('seat'), number: true, cell: ({ seatNo }) => seatNo },
    { key: 'name', header: t('name'), heading: true, cell: ({ name }) => name },
    { key: 'ticket', header: t('ticket'), cell: ({ ticketNo }) => ticketNo },
    {
      key: 'status',
      header: t('status'),
      cell: ({ status }) => <Badge tone={status === 'confirmed' ? 'calm' : 'plain'}>{t(STATUS[status])}</Badge>,
    },
    {
      key: 'accommodation',
      header: t('accommodation'),
      cell: ({ accommodation: { extraTimePercent, breakMinutes } }) =>
        extraTimePercent === 0 && breakMinutes === 0
          ? staff('none')
          : t('accommodationValue', { percent: extraTimePercent, minutes: breakMinutes }),
    },
    { key: 'registered', header: t('registeredAt'), cell: ({ registeredAt }) => format.instant(registeredAt) },
  ];
}
