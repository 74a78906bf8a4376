import { canonicalJson, sha256Hex, type ResponseValue } from '@hz/kernel';
import type { JournalPart, TimeBeacon } from './journal-schemas';

export function beaconText(attemptId: string, { at, lastSeq }: Omit<TimeBeacon, 'mac'>): string {
  return `hengzheng/beacon/1:${attemptId}:${at}:${lastSeq}`;
}

/** When an answer was given, as its page can know it: so many milliseconds of the monotonic clock after a beacon had come. */
export interface TimeMark {
  readonly beacon: TimeBeacon;
  readonly sinceMs: number;
}

/** What the hash of a link of the device's journal covers, beside the hash before it. `digest` stands for the value. */
export interface JournalFacts {
  readonly seq: number;
  readonly itemRef: string;
  readonly digest: string;
  /** Server time, as the page believed. */
  readonly at: number;
  readonly leaseNo: number;
  /** Null while the page had no beacon yet. */
  readonly mark: TimeMark | null;
}

export function valueDigest(value: ResponseValue): string {
  return sha256Hex(canonicalJson(value));
}

/** SHA-256, in hexadecimal, of the hash before it (empty at the start of a chain) and the facts as canonical JSON (RFC 8785). */
export function journalHash({ seq, itemRef, digest, at, leaseNo, mark }: JournalFacts, previous: string): string {
  return sha256Hex(`${previous}\n${canonicalJson({ seq, itemRef, digest, at, leaseNo, mark })}`);
}

export type ValuedFacts = JournalFacts & { readonly value: ResponseValue };

/** Writes links down for the server. `links` are in order and follow one another; `previous` is the hash before the first. */
export function journalPart(previous: string, links: readonly ValuedFacts[]): JournalPart {
  const beacons: TimeBeacon[] = [];
  const placeOf = (beacon: TimeBeacon): number => {
    const known = beacons.findIndex(({ mac }) => mac === beacon.mac);
    return known === -1 ? beacons.push(beacon) - 1 : known;
  };
  const last = new Map(links.map(({ seq }, index) => [seq, index]));
  const written = links.map(({ seq, itemRef, digest, value, at, leaseNo, mark }, index) => ({
    seq,
    itemRef,
    digest,
    ...(last.get(seq) === index && { value }),
    at,
    leaseNo,
    beacon: mark === null ? null : placeOf(mark.beacon),
    sinceMs: mark?.sinceMs ?? null,
  }));
  return {
    previous,
    head: links.reduce((before, link) => journalHash(link, before), previous),
    beacons,
    links: written,
  };
}

/** A link of a part, with whether what the part says of it can be trusted to be what the device wrote. */
export interface CheckedLink extends ValuedFacts {
  readonly intact: boolean;
}

/**
 * The newest link of each number, in the order of the chain. `intact` is false for all where the chain does not lead to its head, and
 * for one whose value is not that of its digest. Null where the part names beacons that it does not bring, or lacks a value.
 */
export function newestLinks({ previous, head, beacons, links }: JournalPart): CheckedLink[] | null {
  const facts = links.map(({ seq, itemRef, digest, at, leaseNo, beacon, sinceMs }): JournalFacts | null => {
    if (beacon === null || sinceMs === null) return { seq, itemRef, digest, at, leaseNo, mark: null };
    const named = beacons[beacon];
    return named === undefined ? null : { seq, itemRef, digest, at, leaseNo, mark: { beacon: named, sinceMs } };
  });
  if (!facts.every((each) => each !== null)) return null;
  const holds = facts.reduce((before, each) => journalHash(each, before), previous) === head;
  const last = new Map(links.map(({ seq }, index) => [seq, index]));
  const newest: CheckedLink[] = [];
  for (const index of [...last.values()].sort((a, b) => a - b)) {
    const { value } = links[index]!;
    if (value === undefined) return null;
    const each = facts[index]!;
    newest.push({ ...each, value, intact: holds && valueDigest(value) === each.digest });
  }
  return newest;
}
