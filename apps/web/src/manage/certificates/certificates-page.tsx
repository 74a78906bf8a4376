import { useState } from 'react';
import { Button, Group } from '@mantine/core';
import { CERTIFICATE_STATUSES, type CertificateRecordView, type CertificateStatus } from '@hz/certification/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, dataOf } from '../../shared/api/client';
import type { QueryOf } from '../../shared/api/types';
import { useFormat } from '../../shared/format';
import type { IconName } from '../../shared/icons';
import { useLevelName } from '../../shared/levels';
import { useLocalized } from '../../shared/localized';
import { useMe } from '../../shared/session/me';
import { RequireRole } from '../../shared/session/require-role';
import {
  allPages,
  DeedDialog,
  FilterBar,
  FilterSelect,
  Listing,
  SearchField,
  staffTexts,
  useFilters,
  usePages,
  type Column,
  type PagedList,
} from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Badge, Page, type Tone } from '../../shared/ui';
import { certificateTexts } from './texts';

const KEY = ['certificates', 'admin'] as const;
const LOOK = {
  issuing: ['amber', 'clock'],
  valid: ['calm', 'check-circle'],
  suspended: ['amber', 'alert'],
  revoked: ['red', 'cross-circle'],
  superseded: ['plain', 'info'],
  expired: ['plain', 'clock'],
} as const satisfies Record<CertificateStatus, [Tone, IconName]>;
const REVOCABLE: readonly CertificateStatus[] = ['valid', 'suspended', 'expired'];

const certificates = (query: QueryOf<'/api/v1/admin/certificates'>): PagedList<CertificateRecordView> => ({
  queryKey: [...KEY, query],
  read: (place, signal) =>
    dataOf(api.GET('/api/v1/admin/certificates', { params: { query: { ...query, ...place } }, signal })),
});

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
  const { me } = useMe();
  const list = certificates({ search: filters.given('q'), status: filters.oneOf('status', CERTIFICATE_STATUSES) });
  const { rows, total, error, retry, more, loadingMore } = usePages(list);
  const [revoking, setRevoking] = useState<CertificateRecordView | null>(null);
  const mayRevoke = me?.roles.includes('administrator') === true;
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
        columns={useColumns(mayRevoke ? setRevoking : null)}
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
      <RevokeDialog certificate={revoking} onClose={() => setRevoking(null)} />
    </Page>
  );
}

function RevokeDialog({ certificate, onClose }: { certificate: CertificateRecordView | null; onClose: () => void }) {
  const t = useTexts(certificateTexts);
  const local = useLocalized();
  const client = useQueryClient();
  const number = certificate?.number ?? '';
  return (
    <DeedDialog
      opened={certificate !== null}
      onClose={onClose}
      title={t('revokeTitle', { number })}
      confirm={t('revoke')}
      danger
      reason
      minReason={3}
      run={async (reason) => {
        await api.POST('/api/v1/admin/certificates/{number}/revocation', {
          params: { path: { number } },
          body: { reason },
        });
        await client.invalidateQueries({ queryKey: KEY });
      }}
    >
      {certificate && t('revokeText', { name: certificate.holderName, title: local(certificate.title) })}
    </DeedDialog>
  );
}

function useColumns(onRevoke: ((row: CertificateRecordView) => void) | null): Column<CertificateRecordView>[] {
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
      cell: ({ number }) => number,
      text: ({ number }) => number,
    },
    { key: 'holder', header: t('holder'), cell: ({ holderName }) => holderName, text: ({ holderName }) => holderName },
    {
      key: 'title',
      header: t('certification'),
      wide: true,
      cell: ({ title, level, revokedAt, revokedReason }) => (
        <>
          {local(title)} <span className="hz-soft">· {levelName(level)}</span>
          {revokedReason !== null && (
            <div style={{ color: 'var(--hz-red)' }}>
              {t('revokedAt', { at: day(revokedAt), reason: revokedReason })}
            </div>
          )}
        </>
      ),
      text: ({ title }) => local(title),
    },
    {
      key: 'status',
      header: t('status'),
      cell: ({ status }) => (
        <Badge tone={LOOK[status][0]} icon={LOOK[status][1]}>
          {t(status)}
        </Badge>
      ),
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
          {onRevoke && REVOCABLE.includes(row.status) && (
            <Button
              variant="outline"
              color="red"
              size="compact-md"
              aria-label={t('revokeFor', { number: row.number })}
              onClick={() => onRevoke(row)}
            >
              {t('revoke')}
            </Button>
          )}
        </Group>
      ),
    },
  ];
}
