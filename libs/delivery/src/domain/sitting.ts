import { earliest, plus, type DurationMs, type Instant } from '@hz/kernel';
import type { Accommodation, SessionRules } from '@hz/registration/contract';
import type { SectionPlan, SectionState } from '../contract';
import { deadlineOf } from './deadline';

/** What an attempt is held to: frozen when the session opens and when the candidate registers. */
export interface SittingTerms {
  readonly rules: SessionRules;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly accommodation: Accommodation;
  /** The sections of the form, in order. */
  readonly sectionIds: readonly string[];
}

/** What approved incidents give back to an attempt: time of its own, and of the window before its start. */
export interface GivenBack {
  readonly incidentsMs: DurationMs;
  readonly windowShiftMs: DurationMs;
}

/** The deadline of an attempt that starts, or started, at this moment. */
export function deadlineFor(
  { rules, accommodation, closesAt }: Pick<SittingTerms, 'rules' | 'accommodation' | 'closesAt'>,
  startedAt: Instant,
  { incidentsMs, windowShiftMs }: GivenBack,
): Instant {
  return deadlineOf({ startedAt, rules, accommodation, incidentsMs, windowShiftMs, closesAt });
}

/** The section rules as they hold for an attempt with this deadline. */
export function sectionPlanOf({ rules, accommodation, sectionIds }: SittingTerms, deadlineAt: Instant): SectionPlan {
  return {
    ids: sectionIds,
    rules: rules.sections,
    stretch: 1 + accommodation.extraTimePercent / 100,
    deadlineAt,
  };
}

/** Where an attempt stands among its sections. */
export interface SectionsAt {
  readonly sectionState: SectionState | null;
  readonly sectionEndsAt: Instant | null;
  readonly deadlineAt: Instant;
}

/**
 * The sections after the deadline was moved. The open section's own time grows by all that was lost, also by what was lost in sections
 * that are closed for good: no minute is given back to a section that nobody can enter. One that ended with the sitting still does.
 */
export function extendedSections(
  { sectionState, sectionEndsAt, deadlineAt }: SectionsAt,
  lostMs: DurationMs,
  newDeadlineAt: Instant,
): Pick<SectionsAt, 'sectionState' | 'sectionEndsAt'> {
  if (sectionEndsAt === null || sectionState === null) return { sectionState, sectionEndsAt };
  const isWholeTime = sectionEndsAt === deadlineAt;
  const endsAt = isWholeTime ? newDeadlineAt : earliest(plus(sectionEndsAt, lostMs), newDeadlineAt);
  return { sectionState: { ...sectionState, endsAt }, sectionEndsAt: endsAt };
}
