import { MS_PER_MINUTE, plus, type DurationMs, type Instant, type LeaseId } from '@hz/kernel';
import { openingState, type SectionState } from '../contract';
import { graceEndOf, latestStartOf } from './deadline';
import { deadlineFor, sectionPlanOf, type GivenBack, type SittingTerms } from './sitting';

/** What starting writes of an attempt. */
export interface Start {
  readonly status: 'started';
  readonly pledgedAt: Instant;
  readonly startedAt: Instant;
  readonly deadlineAt: Instant;
  readonly graceEndsAt: Instant;
  readonly earliestHandInAt: Instant;
  readonly leaseId: LeaseId;
  readonly leaseNo: number;
  readonly leasePageId: string | null;
  readonly sectionState: SectionState;
  readonly openSections: string[];
  readonly sectionEndsAt: Instant | null;
}

/** The start of an attempt by a page: its times are set once, and the page gets the first lease. */
export function startOf(
  terms: SittingTerms,
  givenBack: GivenBack,
  { now, leaseId, pageId }: { now: Instant; leaseId: LeaseId; pageId: string | null },
): Start {
  const deadlineAt = deadlineFor(terms, now, givenBack);
  const sections = openingState(sectionPlanOf(terms, deadlineAt), now);
  return {
    status: 'started',
    pledgedAt: now,
    startedAt: now,
    deadlineAt,
    graceEndsAt: graceEndOf(deadlineAt, terms.rules),
    earliestHandInAt: plus(now, terms.rules.earliestHandInMinutes * MS_PER_MINUTE),
    leaseId,
    leaseNo: 1,
    leasePageId: pageId,
    sectionState: sections,
    openSections: [...sections.open],
    sectionEndsAt: sections.endsAt as Instant | null,
  };
}

/** The window and the last moment to start, moved by incidents that kept everybody from starting. */
export function entryOf<Terms extends Pick<SittingTerms, 'opensAt' | 'closesAt' | 'rules'>>(
  terms: Terms,
  windowShiftMs: DurationMs,
): Terms & { latestStartAt: Instant | null } {
  const latestStartAt = latestStartOf(terms.opensAt, terms.rules);
  return {
    ...terms,
    closesAt: plus(terms.closesAt, windowShiftMs),
    latestStartAt: latestStartAt === null ? null : plus(latestStartAt, windowShiftMs),
  };
}
