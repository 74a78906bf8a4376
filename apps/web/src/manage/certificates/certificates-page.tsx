import { Button, Group } from '@mantine/core';
import { CERTIFICATE_STATUSES, type CertificateRecordView } from '@hz/certification/contract';
import { Link } from 'react-router';
import { useFormat } from '../../shared/format';
import { useLevelName } from '../../shared/levels';
import { useLocalized } from '../../shared/localized';
import { RequireRole } from '../../shared/session/require-role';
import {
  allPages,
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
import { Page } from '../../shared/ui';
import { certificates } from './certificates-api';
import { StatusBadge } from './status-badge';
import { certificateTexts } from './texts';

export function CertificatesPage() {
  return (
    <RequireRole roles={['exam-manager', 'administrator', 'auditor']}>
      <Certificates />
    </RequireRole>
  );
}

function Certificates() {
  const t = useTexts(certificateTexts);
  const filters = useFilters();
  const list = certificates({ search: filters.given('q'), status: filters.oneOf('status', CERTIFICATE_STATUSES) });
  const { rows, total, error, retry, more, loadingMore } = usePages(list);
  return (
    <Page width="wide" title={t('certificates')} lead={t('lead')}>
      <FilterBar>
        <SearchField filters={filters} label={t('search')} />
        <FilterSelect
          filters={filters}
          name="status"
          label={t('status')}
          options={CERTIFICATE_STATUSES.map((value) => ({ value, label: t(value) }))}
        />
      </FilterBar>
      <Listing
        label={t('certificates')}
        columns={useColumns()}
        rows={rows}
        rowKey={({ number }) => number}
        error={error}
        retry={retry}
        filters={filters}
        filterNames={['q', 'status']}
        file="certificates"
        exportRows={() => allPages(list)}
        paging={{ more, loadingMore, total }}
        empty={{ title: t('noCertificates'), hint: t('noCertificatesHint') }}
      />
    </Page>
  );
}

function useColumns(): Column<CertificateRecordView>[] {
  const t = useTexts(certificateTexts);
  const staff = useTexts(staffTexts);
  const local = useLocalized();
  const format = useFormat();
  const levelName = useLevelName();
  const day = (at: number | null) => (at === null ? '–' : format.instant(at, { day: true }));
  return [
    {
      key: 'number',
      header: t('number'),
      heading: true,
      cell: ({ number }) => <Link to={`/manage/certificates/${encodeURIComponent(number)}`}>{number}</Link>,
      text: ({ number }) => number,
    },
    { key: 'holder', header: t('holder'), cell: ({ holderName }) => holderName, text: ({ holderName }) => holderName },
    {
      key: 'title',
      header: t('certification'),
      wide: true,
      cell: ({ title, level, statusReason }) => (
        <>
          {local(title)} <span className="hz-soft">· {levelName(level)}</span>
          {statusReason !== null && <div className="hz-soft">{statusReason}</div>}
        </>
      ),
      text: ({ title }) => local(title),
    },
    {
      key: 'status',
      header: t('status'),
      cell: ({ status }) => <StatusBadge status={status} />,
      text: ({ status }) => t(status),
    },
    {
      key: 'issued',
      header: t('issuedAt'),
      cell: ({ issuedAt }) => day(issuedAt),
      text: ({ issuedAt }) => day(issuedAt),
    },
    {
      key: 'expires',
      header: t('expiresAt'),
      cell: ({ expiresAt }) => day(expiresAt),
      text: ({ expiresAt }) => day(expiresAt),
    },
    {
      key: 'actions',
      header: staff('actions'),
      cell: (row) => (
        <Group gap="xs" wrap="nowrap">
          <Button
            component={Link}
            to={`/verify/${encodeURIComponent(row.number)}`}
            variant="default"
            size="compact-md"
            aria-label={t('verifyFor', { number: row.number })}
          >
            {t('verify')}
          </Button>
          <Button
            component={Link}
            to={`/manage/certificates/${encodeURIComponent(row.number)}`}
            variant="default"
            size="compact-md"
            aria-label={t('manageFor', { number: row.number })}
          >
            {t('manage')}
          </Button>
        </Group>
      ),
    },
  ];
}
