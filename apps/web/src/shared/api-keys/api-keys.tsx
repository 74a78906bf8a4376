import { useState } from 'react';
import { Button } from '@mantine/core';
import type { ApiKeyView } from '@hz/identity/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';
import { useFormat } from '../format';
import { Icon } from '../icons';
import { DeedDialog, Listing, useFilters, type Column } from '../staff';
import { useTexts } from '../texts';
import { Badge, Section } from '../ui';
import { CreateKeyDialog } from './create-key-dialog';
import { keyTexts } from './texts';

export const keysKey = (institutionId: string) => ['institutions', institutionId, 'api-keys'] as const;

/** The API keys of an institution, for its clerks and for administrators. */
export function ApiKeys({ institutionId }: { institutionId: string }) {
  const t = useTexts(keyTexts);
  const client = useQueryClient();
  const filters = useFilters();
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<ApiKeyView | null>(null);
  const renew = () => client.invalidateQueries({ queryKey: keysKey(institutionId) });
  const { data, error, refetch } = useQuery({
    queryKey: keysKey(institutionId),
    queryFn: async ({ signal }) => {
      const params = { path: { id: institutionId } };
      return (await dataOf(api.GET('/api/v1/institutions/{id}/api-keys', { params, signal }))).rows;
    },
  });
  const create = (
    <Button leftSection={<Icon name="plus" size={18} />} onClick={() => setCreating(true)}>
      {t('create')}
    </Button>
  );
  return (
    <Section title={t('apiKeys')} note={t('note')}>
      {data && data.length > 0 && <div>{create}</div>}
      <Listing
        label={t('apiKeys')}
        columns={useColumns(setRevoking)}
        rows={data}
        rowKey={({ id }) => id}
        error={error}
        retry={refetch}
        filters={filters}
        empty={{ title: t('noKeys'), hint: t('noKeysHint'), action: create }}
      />
      <CreateKeyDialog
        institutionId={institutionId}
        opened={creating}
        onClose={() => setCreating(false)}
        onCreated={renew}
      />
      <DeedDialog
        opened={revoking !== null}
        onClose={() => setRevoking(null)}
        title={t('revokeTitle', { name: revoking?.name ?? '' })}
        confirm={t('revoke')}
        danger
        run={async () => {
          if (revoking === null) return;
          const params = { path: { id: institutionId, keyId: revoking.id } };
          await api.DELETE('/api/v1/institutions/{id}/api-keys/{keyId}', { params });
          await renew();
        }}
      >
        {t('revokeText', { prefix: revoking?.prefix ?? '' })}
      </DeedDialog>
    </Section>
  );
}

function useColumns(onRevoke: (key: ApiKeyView) => void): Column<ApiKeyView>[] {
  const t = useTexts(keyTexts);
  const format = useFormat();
  return [
    { key: 'name', header: t('name'), heading: true, cell: ({ name }) => name },
    { key: 'prefix', header: t('prefix'), cell: ({ prefix }) => <code>{prefix}…</code> },
    {
      key: 'status',
      header: t('status'),
      cell: ({ revokedAt }) =>
        revokedAt === null ? (
          <Badge tone="calm" icon="check">
            {t('active')}
          </Badge>
        ) : (
          <Badge tone="plain" icon="cross">
            {t('revoked')}
          </Badge>
        ),
    },
    {
      key: 'used',
      header: t('usedToday'),
      number: true,
      cell: ({ usedToday, dailyQuota }) => `${usedToday} / ${dailyQuota}`,
    },
    {
      key: 'last',
      header: t('lastUsedAt'),
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('never') : format.instant(lastUsedAt)),
    },
    { key: 'created', header: t('createdAt'), cell: ({ createdAt }) => format.instant(createdAt, { day: true }) },
    {
      key: 'revoke',
      header: t('revoke'),
      cell: (key) =>
        key.revokedAt === null && (
          <Button
            variant="outline"
            color="red"
            size="compact-md"
            aria-label={t('revokeFor', { name: key.name })}
            onClick={() => onRevoke(key)}
          >
            {t('revoke')}
          </Button>
        ),
    },
  ];
}
