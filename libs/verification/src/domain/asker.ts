import type { InstitutionId, Principal } from '@hz/kernel';

/** The institution for which somebody asks; null for people without one and for the platform. */
export function institutionOf(who: Principal): InstitutionId | null {
  return who.via === 'system' ? null : who.institutionId;
}

/** Whether the caller holds a key for trying out. People have none: what they ask is meant. */
export function isSandbox(who: Principal): boolean {
  return who.via === 'api-key' && who.sandbox;
}
