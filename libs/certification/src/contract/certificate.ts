import { LEVELS, localizedSchema, type Transitions } from '@hz/kernel';
import { DISCLOSURES } from '@hz/verification/contract';
import { z } from 'zod';

export const CERTIFICATE_STATUSES = ['issuing', 'valid', 'suspended', 'revoked', 'superseded', 'expired'] as const;
export type CertificateStatus = (typeof CERTIFICATE_STATUSES)[number];

/** The life of a certificate. A revoked or superseded one never comes back; a person who has it again gets a new number. */
export const CERTIFICATE_LIFE: Transitions<CertificateStatus> = {
  issuing: ['valid'],
  valid: ['suspended', 'revoked', 'superseded', 'expired'],
  suspended: ['valid', 'revoked', 'superseded', 'expired'],
  expired: ['revoked', 'superseded'],
  revoked: [],
  superseded: [],
};

/** What can happen to a certificate after its issue. */
export const STATUS_CHANGE_KINDS = ['suspend', 'reinstate', 'revoke', 'supersede'] as const;
export type StatusChangeKind = (typeof STATUS_CHANGE_KINDS)[number];

/** The status to which each leads. */
export const STATUS_AFTER = {
  suspend: 'suspended',
  reinstate: 'valid',
  revoke: 'revoked',
  supersede: 'superseded',
} as const satisfies Record<StatusChangeKind, CertificateStatus>;

const shown = {
  number: z.string(),
  status: z.enum(CERTIFICATE_STATUSES),
  holderName: z.string(),
  title: localizedSchema,
  level: z.enum(LEVELS),
  issuedAt: z.int().nullable(),
  expiresAt: z.int().nullable(),
  revokedReason: z.string().nullable(),
  /** Why it is suspended, superseded or revoked. */
  statusReason: z.string().nullable(),
  /** The number that took its place. */
  supersededBy: z.string().nullable(),
};

/** A certificate as its holder sees it. `verificationUrl` carries the code, and with it the right to see the name. */
export const myCertificateSchema = z
  .object({ ...shown, verificationUrl: z.url().nullable() })
  .meta({ id: 'MyCertificate' });
export type MyCertificate = z.infer<typeof myCertificateSchema>;
export const myCertificatesSchema = z.object({ rows: z.array(myCertificateSchema) }).meta({ id: 'MyCertificates' });

/** What one of the forms of a certificate shows to whoever is given it. */
export const certificateFormSchema = z
  .object({
    disclosure: z.enum(DISCLOSURES),
    /** The name as it stands in it, whole or masked, and in Latin letters where those stand in it too. */
    name: z.string(),
    latinName: z.string().nullable(),
    /** Score by score, out of how much; empty where only that all was passed is said. */
    results: z.array(z.object({ name: z.string(), value: z.string(), outOf: z.string() })),
  })
  .meta({ id: 'CertificateForm' });
export type CertificateForm = z.infer<typeof certificateFormSchema>;
export const certificateFormsSchema = z
  .object({ rows: z.array(certificateFormSchema) })
  .meta({ id: 'CertificateForms' });

/** A certificate as the staff of the issuer see it. */
export const certificateRecordSchema = z
  .object({ ...shown, personId: z.uuid(), revokedAt: z.int().nullable() })
  .meta({ id: 'CertificateRecord' });
export type CertificateRecordView = z.infer<typeof certificateRecordSchema>;

/** A certificate with everything that happened to it since its issue. */
export const certificateHistorySchema = certificateRecordSchema
  .extend({
    /** The number whose place it took. */
    replaces: z.string().nullable(),
    /** Whether the transparency log knows of it. */
    logged: z.boolean(),
    changes: z.array(
      z.object({
        kind: z.enum(STATUS_CHANGE_KINDS),
        reason: z.string(),
        at: z.int(),
        successor: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'CertificateHistory' });
export type CertificateHistory = z.infer<typeof certificateHistorySchema>;

export const certificateFilterSchema = z.object({
  search: z.string().trim().max(100).optional(),
  status: z.enum(CERTIFICATE_STATUSES).optional(),
});
export type CertificateFilter = z.infer<typeof certificateFilterSchema>;

const reason = z.string().trim().min(3).max(500);

export const statusReasonSchema = z.object({ reason }).meta({ id: 'CertificateStatusReason' });
export type StatusReasonInput = z.infer<typeof statusReasonSchema>;

/** `lost`: the same certificate is printed anew. `renamed`: the holder's name changed; a new number takes the place of the old one. */
export const REISSUE_KINDS = ['lost', 'renamed'] as const;
export const reissueSchema = z.object({ kind: z.enum(REISSUE_KINDS), reason }).meta({ id: 'CertificateReissue' });
export type ReissueInput = z.infer<typeof reissueSchema>;
export const reissuedSchema = z.object({ number: z.string() }).meta({ id: 'ReissuedCertificate' });

export const revocationSchema = z.object({ reason }).meta({ id: 'CertificateRevocation' });
export type RevocationInput = z.infer<typeof revocationSchema>;
