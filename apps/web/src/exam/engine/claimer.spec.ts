import { canonicalJson, hmacHex, sha256Hex } from '@hz/kernel';
import {
  acknowledgementMac,
  keptText,
  type ClaimOutcome,
  type ClaimOutcomes,
  type JournalPart,
} from '@hz/delivery/contract';
import { NetworkProblem } from '../../shared/api/problem';
import { ChainedJournal, step, type PlayerEvent } from '../core';
import { aPlayer, anAttempt, LEASE, NOW } from '../core/fixtures';
import { Claimer } from './claimer';

const { id } = anAttempt();

/** A page with two answers that were given offline, and a server that says what `outcomes` says of them. */
function page(outcomes: (part: JournalPart) => ClaimOutcome[] | Error, forge: Partial<ClaimOutcomes> = {}) {
  let isOver = true;
  let state = aPlayer();
  const journal = new ChainedJournal(() => null);
  const dispatch = (event: PlayerEvent) => void (state = step(state, event));
  for (const itemRef of ['i01', 'i02']) dispatch({ type: 'answered', itemRef, value: 'b', at: NOW });
  journal.append(state.queue.pending.map((save) => ({ ...save, leaseNo: 1 })));
  const parts: JournalPart[] = [];
  const claim = (_: string, part: JournalPart): Promise<ClaimOutcomes> => {
    parts.push(part);
    const said = outcomes(part);
    if (said instanceof Error) return Promise.reject(said);
    const mac = hmacHex(LEASE.macKey, keptText(id, part.head, sha256Hex(canonicalJson(said))));
    return Promise.resolve({ outcomes: said, serverTime: NOW, mac, ...forge });
  };
  const claimer = new Claimer({
    api: { claim },
    state: () => state,
    dispatch,
    journal: { part: () => journal.part(), prune: (seqs) => Promise.resolve(void journal.prune(seqs)) },
    journalled: () => Promise.resolve(),
    isOver: () => isOver,
  });
  return { claimer, parts, state: () => state, letTimeRun: () => (isOver = false) };
}

const counted = (seq: number, itemRef: string): ClaimOutcome => {
  const mac = acknowledgementMac(LEASE.macKey, id, seq, 'b');
  return { seq, itemRef, outcome: 'counts', why: null, ack: { seq, savedAt: NOW, count: seq, late: true, mac } };
};
const kept = (seq: number, itemRef: string): ClaimOutcome => ({
  seq,
  itemRef,
  outcome: 'decide',
  why: 'past-grace',
  ack: null,
});

describe('what is brought after the end', () => {
  it('waits while the time runs', async () => {
    const { claimer, parts, letTimeRun } = page(() => []);
    letTimeRun();
    await claimer.pump();
    expect(parts).toEqual([]);
  });

  it('is acknowledged where it counts, and set aside where a person must decide', async () => {
    const { claimer, state, parts } = page(() => [counted(1, 'i01'), kept(2, 'i02')]);
    await claimer.pump();
    expect(parts[0]!.links.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(state().queue).toMatchObject({ pending: [], inFlight: [], trouble: null });
    expect(state().queue.lastSaved).toMatchObject({ seq: 1, late: true });
    expect(state().aside.map(({ itemRef }) => itemRef)).toEqual(['i02']);
  });

  it.each<[string, Parameters<typeof page>, string]>([
    ['a broken line', [() => new NetworkProblem()], 'network'],
    ['a reply that is not the server’s', [() => [kept(1, 'i01'), kept(2, 'i02')], { mac: 'ab' }], 'forged'],
    ['a reply of another shape', [() => [], { outcomes: '<html>' as never }], 'forged'],
    ['a reply that says nothing', [() => []], 'forged'],
  ])('stays on the device after %s', async (_, given, trouble) => {
    const { claimer, state } = page(...given);
    await claimer.pump();
    expect(state().queue.pending).toHaveLength(2);
    expect(state().queue.inFlight).toEqual([]);
    expect(state().queue.trouble?.kind).toBe(trouble);
    expect(state().aside).toEqual([]);
  });
});
