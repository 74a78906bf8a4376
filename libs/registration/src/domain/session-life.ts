import type { Transitions } from '@hz/kernel';
import type { SessionStatus } from '../contract';

/** The life of a session: open for registration and sitting, closed when nobody may start any more, released with its results. */
export const SESSION_LIFE: Transitions<SessionStatus> = {
  draft: ['open', 'cancelled'],
  open: ['closed', 'cancelled'],
  closed: ['released'],
  released: [],
  cancelled: [],
};
