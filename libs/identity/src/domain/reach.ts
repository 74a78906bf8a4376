import { hasRole, type InstitutionId, type Principal } from '@hz/kernel';

/** Whether this caller may see and manage what belongs to the institution: its own clerks and administrators (P9). */
export function reachesInstitution(who: Principal, id: InstitutionId): boolean {
  if (hasRole(who, 'administrator')) return true;
  return hasRole(who, 'institution-clerk') && who.via === 'login' && who.institutionId === id;
}
