import type { CertificateRecordView, CertificateStatus } from '@hz/certification/contract';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../shared/api/client';
import type { QueryOf } from '../../shared/api/types';
import type { PagedList } from '../../shared/staff';

const KEY = ['certificates', 'admin'] as const;

export const certificates = (query: QueryOf<'/api/v1/admin/certificates'>): PagedList<CertificateRecordView> => ({
  queryKey: [...KEY, 'list', query],
  read: (place, signal) =>
    dataOf(api.GET('/api/v1/admin/certificates', { params: { query: { ...query, ...place } }, signal })),
});

export const certificateQuery = (number: string) =>
  queryOptions({
    queryKey: [...KEY, 'one', number],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/admin/certificates/{number}', { params: { path: { number } }, signal })),
  });

/** What can be done with a certificate, and from which status. */
export const DEEDS = {
  suspend: ['valid'],
  reinstate: ['suspended'],
  lost: ['valid'],
  renamed: ['valid'],
  revoke: ['valid', 'suspended', 'expired'],
} as const satisfies Record<string, readonly CertificateStatus[]>;
export type Deed = keyof typeof DEEDS;

/** Does it, and reads everything about certificates anew. Gives the number that the holder has afterwards. */
export function useDeed(number: string): (deed: Deed, reason: string) => Promise<string> {
  const client = useQueryClient();
  return async (deed, reason) => {
    const now = await done(number, deed, reason);
    await client.invalidateQueries({ queryKey: KEY });
    return now;
  };
}

async function done(number: string, deed: Deed, reason: string): Promise<string> {
  const to = { params: { path: { number } }, body: { reason } };
  switch (deed) {
    case 'suspend':
      await api.POST('/api/v1/admin/certificates/{number}/suspension', to);
      return number;
    case 'reinstate':
      await api.POST('/api/v1/admin/certificates/{number}/reinstatement', to);
      return number;
    case 'revoke':
      await api.POST('/api/v1/admin/certificates/{number}/revocation', to);
      return number;
    case 'lost':
    case 'renamed': {
      const body = { kind: deed, reason };
      return (await dataOf(api.POST('/api/v1/admin/certificates/{number}/reissue', { ...to, body }))).number;
    }
  }
}
