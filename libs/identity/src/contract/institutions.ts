import { localizedSchema } from '@hz/kernel';
import { z } from 'zod';

export const institutionSchema = z
  .object({ id: z.uuid(), code: z.string(), name: localizedSchema, createdAt: z.int() })
  .meta({ id: 'Institution' });
export type InstitutionView = z.infer<typeof institutionSchema>;
export const institutionListSchema = z.object({ rows: z.array(institutionSchema) }).meta({ id: 'InstitutionList' });
export const createInstitutionSchema = z
  .object({ code: z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/), name: localizedSchema })
  .meta({ id: 'CreateInstitution' });

export const institutionPersonSchema = z
  .object({ personId: z.uuid(), displayName: z.string(), legalName: z.string() })
  .meta({ id: 'InstitutionPerson' });

/** What an API key may do: check certificates one by one; many at a time; read who asked what; be told of changes. */
export const API_SCOPES = ['certificates:read', 'certificates:batch', 'queries:read', 'webhooks:manage'] as const;
export type ApiScope = (typeof API_SCOPES)[number];
export const createApiKeySchema = z
  .object({
    name: z.string().trim().min(1).max(80),
    scopes: z.array(z.enum(API_SCOPES)).min(1).max(API_SCOPES.length),
    dailyQuota: z.int().min(1).max(1_000_000).default(1_000),
    /** A key `hzk_test_…`, which reaches test certificates and nothing else. */
    sandbox: z.boolean().default(false),
  })
  .meta({ id: 'CreateApiKey' });
export type CreateApiKeyInput = z.infer<typeof createApiKeySchema>;

/** For so many hours the replaced key works beside the new one; 0 ends it at once. */
export const rotateApiKeySchema = z
  .object({ overlapHours: z.int().min(0).max(720).default(168) })
  .meta({ id: 'RotateApiKey' });
export type RotateApiKeyInput = z.infer<typeof rotateApiKeySchema>;

const apiKeyShape = {
  id: z.uuid(),
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(z.enum(API_SCOPES)),
  dailyQuota: z.int(),
  usedToday: z.int(),
  createdAt: z.int(),
  lastUsedAt: z.int().nullable(),
  revokedAt: z.int().nullable(),
  /** When it ends because another key took its place; null when it does not. */
  expiresAt: z.int().nullable(),
  replacedBy: z.uuid().nullable(),
  sandbox: z.boolean(),
};
export const apiKeySchema = z.object(apiKeyShape).meta({ id: 'ApiKey' });
export type ApiKeyView = z.infer<typeof apiKeySchema>;
export const apiKeyListSchema = z.object({ rows: z.array(apiKeySchema) }).meta({ id: 'ApiKeyList' });
/** The whole key is shown once, in the reply that made it. */
export const newApiKeySchema = z.object({ ...apiKeyShape, key: z.string() }).meta({ id: 'NewApiKey' });
