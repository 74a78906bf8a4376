import type { Level, LocalizedText } from '@hz/kernel';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../shared/api/client';

export type CertificateStatus = 'issuing' | 'valid' | 'suspended' | 'revoked' | 'superseded' | 'expired';

/** A certificate as its holder sees it. */
export interface MyCertificate {
  number: string;
  status: CertificateStatus;
  holderName: string;
  title: LocalizedText;
  level: Level;
  issuedAt: number | null;
  expiresAt: number | null;
  revokedReason: string | null;
  verificationUrl: string | null;
}

const ISSUING_POLL_MS = 5_000;

export const myCertificatesQuery = queryOptions({
  queryKey: ['my', 'certificates'],
  queryFn: async ({ signal }) => (await request<{ rows: MyCertificate[] }>('/api/v1/me/certificates', { signal })).rows,
  refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === 'issuing') ? ISSUING_POLL_MS : false),
});

export const certificatePath = (number: string, file: 'pdf' | 'credential'): string =>
  `/api/v1/me/certificates/${encodeURIComponent(number)}/${file}`;
