import { Button, Group } from '@mantine/core';
import {
  REGISTRATION_STATUSES,
  type RegistrationStatus,
  type RosterRow,
  type SessionView,
} from '@hz/registration/contract';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../shared/format';
import { Icon } from '../../shared/icons';
import { FilterBar, FilterSelect, Listing, SearchField, staffTexts, useFilters, type Column } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Badge } from '../../shared/ui';
import { rosterQuery } from './api';
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
  const filter = { search: filters.get('q'), status: filters.get('registration') };
  const { data, error, refetch } = useQuery(rosterQuery(session.id, filter));
  const csv = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));
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
      {data && data.length > 0 && (
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
            onClick={() => window.print()}
          >
            {t('print')}
          </Button>
        </Group>
      )}
      <Listing
        label={t('tabRoster')}
        columns={useColumns()}
        rows={data}
        rowKey={({ id }) => id}
        error={error}
        retry={refetch}
        filters={filters}
        filterNames={FILTERS}
        dense
        empty={{ title: t('noRoster'), hint: t('noRosterHint') }}
      />
    </div>
  );
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
