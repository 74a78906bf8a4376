import { plus, textIn, type Instant } from '@hz/kernel';
import type { RegistrationRecord, SessionRecord } from '@hz/registration';
import type { AttemptView, PaperRef } from '../contract';
import { latestStartOf, workingTime } from '../domain/deadline';
import type { AttemptRow } from '../persistence/attempt.entity';

interface Surroundings {
  readonly session: SessionRecord;
  readonly registration: Pick<RegistrationRecord, 'accommodation'>;
  readonly paper: PaperRef | null;
}

/** What the candidate sees, field by field. */
export function attemptView(
  row: AttemptRow,
  { session, registration: { accommodation }, paper }: Surroundings,
  now: Instant,
): AttemptView {
  const latestStartAt = latestStartOf(session.opensAt, session.rules);
  return {
    id: row.id,
    sessionId: row.sessionId,
    registrationId: row.registrationId,
    status: row.status,
    language: row.language,
    title: { zh: session.title.zh, en: textIn(session.title, 'en') },
    serverTime: now,
    opensAt: session.opensAt,
    latestStartAt: latestStartAt === null ? null : plus(latestStartAt, row.windowShiftMs),
    closesAt: plus(session.closesAt, row.windowShiftMs),
    workingMs: workingTime(session.rules, accommodation),
    rules: session.rules,
    startedAt: row.startedAt,
    deadlineAt: row.deadlineAt,
    graceEndsAt: row.graceEndsAt,
    earliestHandInAt: row.earliestHandInAt,
    sections: row.sectionState,
    leaseNo: row.leaseNo,
    paper,
    submittedAt: row.submittedAt,
    submittedBy: row.submittedBy,
    incidents: row.incidentNotices,
  };
}
