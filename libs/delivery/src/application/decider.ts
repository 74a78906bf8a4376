import type { PersonId, Principal } from '@hz/kernel';
import { PersonMustDecide } from '../contract';

/** The person who decides about an incident; a machine never does (P13). Throws PersonMustDecide. */
export function deciderOf(who: Principal): PersonId {
  if (who.via !== 'login') throw new PersonMustDecide();
  return who.personId;
}
