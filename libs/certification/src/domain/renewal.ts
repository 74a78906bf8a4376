import {
  comparePoints,
  latest,
  MS_PER_DAY,
  plus,
  points,
  type ComponentCode,
  type Instant,
  type Points,
} from '@hz/kernel';
import type { CertificateStatus, EducationStatus, RenewalObstacle, RenewalRule } from '../contract';
import { registrationEndsAt } from './registration-validity';

/** From when until when a registration that ends then can be renewed; the last moment is still in time. */
export function renewalWindow(expiresAt: Instant, rule: RenewalRule): { opensAt: Instant; closesAt: Instant } {
  return {
    opensAt: plus(expiresAt, -rule.opensDaysBefore * MS_PER_DAY),
    closesAt: plus(expiresAt, rule.closesDaysAfter * MS_PER_DAY),
  };
}

/** The end of the renewed registration: a whole period after the former end, or after the renewal when that comes later. */
export function renewedUntil(expiresAt: Instant, now: Instant, months: number): Instant {
  return registrationEndsAt(latest(expiresAt, now), months);
}

/**
 * The moment from which continuing education counts: the achievement, or, after a renewal, the opening of the window in which that renewal
 * could be made. What was counted for a renewal is not counted again.
 */
export function countsFrom(achievedAt: Instant, formerEnd: Instant | null, rule: RenewalRule): Instant {
  return formerEnd === null ? achievedAt : latest(achievedAt, renewalWindow(formerEnd, rule).opensAt);
}

export interface CountedRecord {
  readonly status: EducationStatus;
  readonly hours: number;
  /** As 2026-11-24. */
  readonly completedOn: string;
  readonly countedIn: string | null;
}

export interface HoursBalance {
  readonly wanted: number;
  readonly approved: number;
  readonly waiting: number;
  readonly missing: number;
}

/** What is there of the hours that are wanted. `from`: the first day that counts. Waiting hours are told, and do not count. */
export function hoursBalance(wanted: number, records: readonly CountedRecord[], from: string): HoursBalance {
  const open = records.filter(({ countedIn, completedOn }) => countedIn === null && completedOn >= from);
  const sum = (status: EducationStatus) =>
    open.filter((record) => record.status === status).reduce((hours, record) => hours + record.hours, 0);
  const approved = sum('approved');
  return { wanted, approved, waiting: sum('waiting'), missing: Math.max(0, wanted - approved) };
}

/** Skill id to a fingerprint of what the skill means. */
export type SkillPrints = Readonly<Record<string, string>>;

/** The skills that are new, or mean something else than before, in the order of `now`. Without a record of before nothing is known to differ. */
export function changedSkills(before: SkillPrints | null, now: SkillPrints): string[] {
  if (before === null) return [];
  return Object.keys(now).filter((id) => before[id] !== now[id]);
}

/** A released result of the scheme, as far as a delta exam looks at it. */
export interface LaterResult {
  readonly skills: readonly { readonly skillId: string; readonly percent: Points }[];
  readonly components: readonly { readonly code: ComponentCode; readonly passed: boolean }[];
}

export interface DeltaFacts {
  readonly before: SkillPrints | null;
  readonly now: SkillPrints;
  readonly achieved: readonly ComponentCode[];
  /** The components of the scheme as it is now. */
  readonly wanted: readonly ComponentCode[];
  /** Released after the certificate was issued. */
  readonly results: readonly LaterResult[];
}

export interface Delta {
  readonly changed: readonly { readonly id: string; readonly shown: boolean }[];
  readonly components: readonly { readonly code: ComponentCode; readonly passed: boolean }[];
}

/**
 * What has changed since the certificate was issued and must be shown in an exam before it is renewed: skills that are new or altered, each
 * with a share of its points in one later result; components that the scheme did not have, each passed. Both are empty without a delta exam.
 */
export function deltaOf(rule: RenewalRule, { before, now, achieved, wanted, results }: DeltaFacts): Delta {
  if (!rule.deltaExam) return { changed: [], components: [] };
  const enough = points(rule.deltaPassPercent);
  const shown = (id: string) =>
    results.some(({ skills }) =>
      skills.some(({ skillId, percent }) => skillId === id && comparePoints(percent, enough) >= 0),
    );
  const passed = (code: ComponentCode) =>
    results.some(({ components }) => components.some((component) => component.code === code && component.passed));
  return {
    changed: changedSkills(before, now).map((id) => ({ id, shown: shown(id) })),
    components: wanted.filter((code) => !achieved.includes(code)).map((code) => ({ code, passed: passed(code) })),
  };
}

export interface RenewalFacts {
  readonly status: CertificateStatus;
  readonly expiresAt: Instant;
  readonly rule: RenewalRule;
  readonly hours: HoursBalance;
  readonly delta: Delta;
  /** Whether another certificate is being put in its place already. */
  readonly beingReplaced: boolean;
  readonly now: Instant;
}

/**
 * Everything that stands in the way of a renewal, at once, so that a holder sees all that is missing; empty: it can be renewed. A
 * registration that has ended can be renewed until the window closes; a suspended, revoked or superseded certificate cannot.
 */
export function renewalObstacles(facts: RenewalFacts): RenewalObstacle[] {
  const { status, expiresAt, rule, hours, delta, beingReplaced, now } = facts;
  const { opensAt, closesAt } = renewalWindow(expiresAt, rule);
  const missing: [boolean, RenewalObstacle][] = [
    [status !== 'valid' && status !== 'expired', 'not-in-force'],
    [beingReplaced, 'in-the-making'],
    [now < opensAt, 'too-early'],
    [now > closesAt, 'too-late'],
    [hours.missing > 0, 'hours'],
    [
      [...delta.changed.map(({ shown }) => shown), ...delta.components.map(({ passed }) => passed)].includes(false),
      'delta',
    ],
  ];
  return missing.filter(([stands]) => stands).map(([, obstacle]) => obstacle);
}
