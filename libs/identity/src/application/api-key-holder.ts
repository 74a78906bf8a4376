import type { ApiKeyId, InstitutionId } from '@hz/kernel';

/** The institution's software behind a key. */
export interface ApiKeyHolder {
  readonly id: ApiKeyId;
  readonly institutionId: InstitutionId;
  readonly scopes: readonly string[];
  readonly sandbox: boolean;
}
