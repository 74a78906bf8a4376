import type { Instant } from '@hz/kernel';
import type { Accommodation, SessionRules } from '@hz/registration/contract';
import type { SectionPlan } from '../contract';
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

/** No outage has been compensated yet for an attempt that is about to start. */
const NO_INCIDENTS = 0;

/** The deadline of an attempt that starts, or started, at this moment. */
export function deadlineFor({ rules, accommodation, closesAt }: SittingTerms, startedAt: Instant): Instant {
  return deadlineOf({ startedAt, rules, accommodation, incidentsMs: NO_INCIDENTS, closesAt });
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
