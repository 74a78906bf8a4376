import { MS_PER_MINUTE, type AttemptId, type Principal } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { AttemptClosed, NotStarted, NotTheWriter, SectionClosed, SectionNotNext, SectionTooEarly } from '../contract';
import { deliveryWorld, type DeliveryWorld } from '../testing/delivery.fixture';
import { EnterSection } from './enter-section.command';
import { StartAttempt } from './start-attempt.command';
import { SubmitAttempt } from './submit-attempt.command';

const ONE_WAY = { id: 's1', navigation: 'one-way', time: 'shared' } as const;
const OWN = { id: 's1', navigation: 'one-way', time: 'own', minutes: 20, carryOver: true } as const;

describe('R8: sections hold in the write path', () => {
  let world: DeliveryWorld;
  beforeAll(async () => {
    world = await deliveryWorld();
  }, 60_000);
  afterAll(() => world.close());

  const enter = async (who: Principal, id: AttemptId, leaseId: string, sectionId: string) =>
    (await world.get(EnterSection).run(who, id, { leaseId, sectionId })).attempt;
  it('a one-way section is closed for good once it is left, and the next one shows nothing before it is entered', async () => {
    const { who, id, page, seed, lease, form, itemRef, choices, save } = await world.started(
      await world.session(-1, 120, { sections: [ONE_WAY] }),
    );
    expect(form.sections.map(({ items }) => items.length > 0)).toEqual([true, false]);
    await save(1, choices[0]!);
    const hidden = (await world.outline()).sections[1]!.items[0]!.ref;
    await expect(world.saveAs({ who, id, lease }, 2, hidden, null)).rejects.toBeInstanceOf(SectionClosed);

    const { leaseId } = lease;
    const entry = { leaseId, sectionId: 's2', pageKey: page.publicKey };
    const entered = await world.get(EnterSection).run(who, id, entry);
    const view = entered.attempt;
    expect(view.sections).toMatchObject({ open: ['s2'], closed: ['s1'] });
    expect(await enter(who, id, lease.leaseId, 's2')).toMatchObject({ sections: view.sections });
    await expect(enter(who, id, lease.leaseId, 's1')).rejects.toBeInstanceOf(SectionNotNext);
    await expect(save(3, choices[1]!)).rejects.toBeInstanceOf(SectionClosed);
    await world.saveAs({ who, id, lease }, 3, hidden, null);

    const after = await world.formFor(page, { ...entered, seed });
    expect(after.sections.map(({ items }) => items.length > 0)).toEqual([true, true]);
    const receipt = await world.get(SubmitAttempt).run(who, id, lease.leaseId);
    expect(receipt.responses).toContainEqual({ itemRef, seq: 1, value: choices[0] });
    await expect(enter(who, id, lease.leaseId, 's2')).rejects.toBeInstanceOf(AttemptClosed);
  });

  it('holds a candidate for the minimum, and lets only the writer go on', async () => {
    const sessionId = await world.session(-1, 120, { sections: [{ ...ONE_WAY, minMinutes: 5 }] });
    const { who, id, lease } = await world.started(sessionId);
    await expect(enter(who, id, lease.leaseId, 's2')).rejects.toBeInstanceOf(SectionTooEarly);
    await expect(enter(who, id, lease.leaseId, 's9')).rejects.toBeInstanceOf(SectionNotNext);
    await world.get(StartAttempt).takeOver(who, id);
    await expect(enter(who, id, lease.leaseId, 's2')).rejects.toBeInstanceOf(NotTheWriter);
    const early = await world.waiting(sessionId);
    await expect(enter(early.who, early.id, lease.leaseId, 's2')).rejects.toBeInstanceOf(NotStarted);
  });

  it('own time: late within the grace, closed after it, and what is left goes on to the next', async () => {
    const sections = [OWN, { ...OWN, id: 's2', minutes: 30, carryOver: false }];
    const { who, id, lease, choices, save } = await world.started(await world.session(-1, 120, { sections }));
    const endSection = (secondsAgo: number) =>
      world
        .get(UnitOfWork)
        .run((tx) =>
          tx.query(
            `UPDATE delivery.attempt SET section_ends_at = clock_timestamp() - $2 * interval '1 second' WHERE id = $1`,
            [id, secondsAgo],
          ),
        );
    await endSection(10);
    expect((await save(1, choices[0]!)).acks[0]!.late).toBe(true);
    await endSection(61);
    await expect(save(2, choices[1]!)).rejects.toBeInstanceOf(SectionClosed);

    const entered = await enter(who, id, lease.leaseId, 's2');
    const own = entered.sections!.endsAt! - entered.sections!.enteredAt;
    expect(own).toBeGreaterThan(49 * MS_PER_MINUTE);
    expect(own).toBeLessThanOrEqual(50 * MS_PER_MINUTE);
    await world.saveAs({ who, id, lease }, 3, (await world.outline()).sections[1]!.items[0]!.ref, null);
  });
});
