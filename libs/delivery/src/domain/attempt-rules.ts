import type { Transitions } from '@hz/kernel';
import type { Instant } from '@hz/kernel';
import type { AttemptStatus } from '../contract';

/** The life of an attempt. */
export const ATTEMPT_LIFE: Transitions<AttemptStatus> = {
  prepared: ['started'],
  started: ['submitted'],
  submitted: [],
};

export type StartVerdict = { start: true } | { start: false; why: 'not-open-yet' | 'entry-closed' };

/** Whether one may start now, within the window and before the late-entry cut-off (each moment still belongs to it). */
export function mayStart(
  session: { status: string; opensAt: Instant; closesAt: Instant; latestStartAt: Instant | null },
  now: Instant,
): StartVerdict {
  if (now < session.opensAt) return { start: false, why: 'not-open-yet' };
  const late = session.latestStartAt !== null && now > session.latestStartAt;
  if (session.status !== 'open' || late || now > session.closesAt) return { start: false, why: 'entry-closed' };
  return { start: true };
}

export type SubmitVerdict = { submit: true } | { submit: false; why: 'not-started' | 'not-the-writer' | 'too-early' };

export interface SubmittableAttempt {
  readonly status: AttemptStatus;
  readonly leaseId: string | null;
  readonly earliestHandInAt: Instant | null;
}

/** Whether the candidate may hand in. Who is already submitted is not asked. */
export function maySubmit(attempt: SubmittableAttempt, leaseId: string, now: Instant): SubmitVerdict {
  if (attempt.status !== 'started') return { submit: false, why: 'not-started' };
  if (attempt.leaseId !== leaseId) return { submit: false, why: 'not-the-writer' };
  if (attempt.earliestHandInAt !== null && now < attempt.earliestHandInAt) return { submit: false, why: 'too-early' };
  return { submit: true };
}
