import type { AccountId, ApiKeyId, InstitutionId, LoginId, PersonId } from './ids';

export const ROLES = [
  'candidate',
  'author',
  'reviewer',
  'exam-manager',
  'invigilator',
  'marker',
  'institution-clerk',
  'administrator',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

/** The roles whose holders work for the certifying body and need a second factor. */
export const STAFF_ROLES: readonly Role[] = [
  'author',
  'reviewer',
  'exam-manager',
  'invigilator',
  'marker',
  'administrator',
  'auditor',
];

/** Who is acting. */
export type Principal =
  | {
      readonly via: 'login';
      readonly accountId: AccountId;
      readonly personId: PersonId;
      readonly loginId: LoginId;
      readonly roles: readonly Role[];
      readonly institutionId: InstitutionId | null;
    }
  | {
      readonly via: 'api-key';
      readonly apiKeyId: ApiKeyId;
      readonly institutionId: InstitutionId;
      readonly scopes: readonly string[];
      /** A key for trying out: it reaches test certificates and nothing else. */
      readonly sandbox: boolean;
    }
  | { readonly via: 'system'; readonly reason: string };

/** The platform acting by itself (jobs, sweeps, seeding). Passes no permission check of a person; each use is listed in a test. */
export function dangerouslySystem(reason: string): Principal {
  return { via: 'system', reason };
}

export function hasRole(who: Principal, ...roles: Role[]): boolean {
  return who.via === 'login' && who.roles.some((role) => roles.includes(role));
}

/** The name under which a principal stands in the audit trail. */
export function actorOf(who: Principal): string {
  switch (who.via) {
    case 'login':
      return `account:${who.accountId}`;
    case 'api-key':
      return `api-key:${who.apiKeyId}`;
    case 'system':
      return `system:${who.reason}`;
  }
}
