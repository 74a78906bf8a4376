import { Forms } from '@hz/assembly';
import type { AttemptId, Instant } from '@hz/kernel';
import { SecretBox, UnitOfWork } from '@hz/platform';
import { Sessions } from '@hz/registration';
import {
  makePageKey,
  NotOpenYet,
  NotTheWriter,
  openPaper,
  PageKeyUnusable,
  PaperDamaged,
  PaperNotFound,
} from '../contract';
import { SealPapersJob } from '../jobs/seal-papers.job';
import { SealedPaperRepository } from '../persistence/sealed-paper.repository';
import { deliveryWorld, type DeliveryWorld } from '../testing/delivery.fixture';
import { CloseOverdue } from './close-overdue.command';
import { EnterSection } from './enter-section.command';
import { OwnAttempts } from './own-attempts';
import { SealedPapers } from './sealed-papers';
import { StartAttempt } from './start-attempt.command';

const ONE_WAY = { id: 's1', navigation: 'one-way', time: 'shared' } as const;

describe('S4: sealed papers in the database', () => {
  let world: DeliveryWorld;
  beforeAll(async () => {
    world = await deliveryWorld();
  }, 60_000);
  afterAll(() => world.close());

  const change = (sql: string) => world.get(UnitOfWork).run((tx) => tx.query(sql));
  /** As another process would see it: nothing is kept in memory. */
  const fresh = (): SealedPapers => {
    const [repository, forms, box] = [world.get(SealedPaperRepository), world.get(Forms), world.get(SecretBox)];
    return new SealedPapers(world.get(UnitOfWork), repository, forms, box, world.context.clock, {
      paperBaseUrl: undefined,
    });
  };
  const trail = (id: AttemptId) =>
    world.rowsOf<{ action: string; sections: string[] }>(
      `SELECT action, details->'keysOf' AS sections FROM audit.entry WHERE object_id = $1::text AND details ? 'keysOf' ORDER BY id`,
      id,
    );

  it('P2: fifty that seal at once leave one paper per session and form; it is sealed when the session opens', async () => {
    const sessionId = await world.session(60, 120);
    const [formId] = (await world.get(Sessions).byId(sessionId)).formIds;
    const nodes = Array.from({ length: 50 }, fresh);
    const refs = await Promise.all(nodes.map((papers) => papers.seal(sessionId, formId!)));
    expect(new Set(refs.map(({ digest }) => digest)).size).toBe(1);
    await world.get(SealPapersJob).run({ sessionId } as never);
    await world.get(SealPapersJob).run({ sessionId } as never);
    expect(await world.get(SealedPapers).ofSession(sessionId)).toEqual([refs[0]!.digest]);
    const keys = await Promise.all(nodes.map((papers) => papers.opened(sessionId, formId!)));
    expect(new Set(keys.map((paper) => JSON.stringify([...paper.keys]))).size).toBe(1);
    const file = new Uint8Array(await fresh().file(refs[0]!.digest));
    expect(file.length).toBe(refs[0]!.bytes);
    const form = await openPaper(file, new Map([...keys[0]!.keys].map(([id, key]) => [id, new Uint8Array(key)])));
    expect(form.sections.every(({ items }) => items.length > 0)).toBe(true);
  });

  it('the same form in two sessions has two papers, and no key in common', async () => {
    const sessions = [await world.session(60, 120), await world.session(60, 120)];
    const [formId] = (await world.get(Sessions).byId(sessions[0]!)).formIds;
    const papers = await Promise.all(sessions.map((id) => world.get(SealedPapers).opened(id, formId!)));
    expect(papers[0]!.digest).not.toBe(papers[1]!.digest);
    const keys = papers.flatMap((paper) => [...paper.keys.values()].map((key) => key.toString('hex')));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('P4: a millisecond before the opening a thousand calls get no key, and at the opening the first one does', async () => {
    const sessionId = await world.session(30, 120);
    const { who, id } = await world.waiting(sessionId);
    const { opensAt } = await world.get(Sessions).byId(sessionId);
    const page = await makePageKey();
    const now = jest.spyOn(world.context.clock, 'now').mockReturnValue((opensAt - 1) as Instant);
    const calls = await Promise.allSettled(
      Array.from({ length: 1_000 }, () => world.get(StartAttempt).run(who, id, { pageKey: page.publicKey })),
    );
    const refusals = calls.map((call) => (call.status === 'rejected' ? (call.reason as object) : call.value));
    expect(refusals.filter((each) => !(each instanceof NotOpenYet))).toEqual([]);
    expect(await trail(id)).toEqual([]);
    now.mockReturnValue(opensAt);
    const begun = await world.get(StartAttempt).run(who, id, { pageKey: page.publicKey });
    now.mockImplementation(() => world.clockNow());
    expect((await world.formFor(page, begun)).sections[0]!.items.length).toBeGreaterThan(0);
    expect(JSON.stringify(begun).length).toBeLessThan(4_096);
  }, 60_000);

  it('R8: a one-way section that is not entered has given no key, in whatever order one asks; each hand-out is on record', async () => {
    const sessionId = await world.session(-1, 120, { sections: [ONE_WAY] });
    const { who, id, lease, page } = await world.started(sessionId);
    const pageKey = page.publicKey;
    const sectionsOf = async (keys: Parameters<typeof page.unwrap>[1] | null) => [
      ...(await page.unwrap(id, keys!)).keys(),
    ];
    const again = await world.get(StartAttempt).run(who, id, { pageKey });
    const stays = { leaseId: again.lease.leaseId, sectionId: 's1', pageKey };
    expect(await sectionsOf(again.paperKeys)).toEqual(['s1']);
    expect(await sectionsOf((await world.get(StartAttempt).takeOver(who, id, { pageKey })).paperKeys)).toEqual(['s1']);
    await expect(world.get(EnterSection).run(who, id, stays)).rejects.toBeInstanceOf(NotTheWriter);
    await expect(
      world.get(EnterSection).run(who, id, { ...stays, leaseId: lease.leaseId, sectionId: 's2' }),
    ).rejects.toBeInstanceOf(NotTheWriter);
    const writer = await world.get(StartAttempt).takeOver(who, id, { pageKey });
    const entry = { leaseId: writer.lease.leaseId, pageKey };
    const here = await world.get(EnterSection).run(who, id, { ...entry, sectionId: 's1' });
    expect(await sectionsOf(here.paperKeys)).toEqual(['s1']);
    const next = await world.get(EnterSection).run(who, id, { ...entry, sectionId: 's2' });
    expect(await sectionsOf(next.paperKeys)).toEqual(['s1', 's2']);
    expect(await trail(id)).toEqual([
      { action: 'delivery.attempt-started', sections: ['s1'] },
      { action: 'delivery.attempt-resumed', sections: ['s1'] },
      { action: 'delivery.attempt-taken-over', sections: ['s1'] },
      { action: 'delivery.attempt-taken-over', sections: ['s1'] },
      { action: 'delivery.paper-keys-repeated', sections: ['s1'] },
      { action: 'delivery.section-entered', sections: ['s1', 's2'] },
    ]);
  });

  it('a page that asks twice gets its keys twice, and both are on record; one that names no key gets none', async () => {
    const { who, id } = await world.waiting();
    const page = await makePageKey();
    const asked = { pageId: '0190a000-0000-4000-8000-000000000001', pageKey: page.publicKey };
    const [one, two] = [
      await world.get(StartAttempt).run(who, id, asked),
      await world.get(StartAttempt).run(who, id, asked),
    ];
    expect(two.lease).toEqual(one.lease);
    expect(await world.formFor(page, two)).toEqual(await world.formFor(page, one));
    expect((await trail(id)).map(({ action }) => action)).toEqual([
      'delivery.attempt-started',
      'delivery.paper-keys-repeated',
    ]);
    expect((await world.get(StartAttempt).run(who, id)).paperKeys).toBeNull();
    expect(await trail(id)).toHaveLength(2);
  });

  it('a start whose page key is none has not happened', async () => {
    const { who, id } = await world.waiting();
    const pageKey = `B${'A'.repeat(86)}`;
    await expect(world.get(StartAttempt).run(who, id, { pageKey })).rejects.toBeInstanceOf(PageKeyUnusable);
    expect(await world.get(OwnAttempts).view(who, id)).toMatchObject({ status: 'prepared' });
  });

  it('names the paper from the waiting room on, and no longer once it is handed in', async () => {
    const { who, id } = await world.waiting();
    const { paper } = await world.get(OwnAttempts).view(who, id);
    expect(paper).toEqual({
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      bytes: expect.any(Number),
      url: `/api/v1/papers/${paper!.digest}`,
    });
    await world.get(StartAttempt).run(who, id);
    await world.endedAgo(id, 61);
    await world.get(CloseOverdue).run();
    expect((await world.get(OwnAttempts).view(who, id)).paper).toBeNull();
  });

  it('F37: stored bytes that have changed are named and never served; nobody changes them by SQL', async () => {
    const digest = (await world.get(SealedPapers).ofSession((await world.waiting()).sessionId))[0]!;
    await expect(change('UPDATE delivery.sealed_paper SET content = content')).rejects.toThrow('never changes');
    await expect(change('DELETE FROM delivery.sealed_paper')).rejects.toThrow('never changes');
    await expect(change('TRUNCATE delivery.sealed_paper')).rejects.toThrow('never changes');
    const papers = fresh();
    const content = await papers.file(digest);
    const flipped = Buffer.from(content);
    flipped[flipped.length >> 1]! ^= 1;
    const reading = jest.spyOn(world.get(SealedPaperRepository), 'content').mockResolvedValueOnce(flipped);
    await expect(fresh().file(digest)).rejects.toBeInstanceOf(PaperDamaged);
    reading.mockRestore();
    await expect(papers.file('ab'.repeat(32))).rejects.toBeInstanceOf(PaperNotFound);
  });

  it('keeps the keys under the master key: the rows show none', async () => {
    const { sessionId } = await world.waiting();
    const { formIds } = await world.get(Sessions).byId(sessionId);
    const { keys, digest } = await world.get(SealedPapers).opened(sessionId, formIds[0]!);
    const [row] = await world
      .get(UnitOfWork)
      .read.query<{ all: string }[]>(
        `SELECT encode(content || section_keys_encrypted, 'hex') AS all FROM delivery.sealed_paper WHERE digest = $1`,
        [digest],
      );
    for (const key of keys.values()) {
      for (const shown of [key.toString('hex'), Buffer.from(key.toString('base64url')).toString('hex')]) {
        expect(row!.all).not.toContain(shown);
      }
    }
  });
});
