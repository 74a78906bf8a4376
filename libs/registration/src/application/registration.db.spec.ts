import { AuditModule } from '@hz/audit';
import { IdentityModule } from '@hz/identity';
import { instant, MS_PER_MINUTE, type Principal, type SessionId } from '@hz/kernel';
import { PlatformModule, UnitOfWork } from '@hz/platform';
import { testConfig } from '@hz/platform/testing';
import { Test } from '@nestjs/testing';
import {
  FormsNotReady,
  NotEligible,
  RegistrationNotFound,
  RegistrationNotOpen,
  SessionCannotBecome,
  SessionFull,
  SessionNotDraft,
  SessionNotFound,
  SessionNotValid,
  WaitingTimeNotOver,
  WindowHasBegun,
  WindowNotOver,
} from '../contract';
import { RegistrationModule } from '../registration.module';
import { EndSession, MarkSessionReleased } from './end-session.command';
import { OpenSession } from './open-session.command';
import { PlanSession } from './plan-session.command';
import { Register } from './register.command';
import { MEETS_LEVEL_4, RegistrationWorld, SETUP } from '../testing/registration.fixture';
import { Registrations } from './registrations';
import { Sessions } from './sessions';
import { Ticket } from './ticket.query';

describe('registration', () => {
  let world: RegistrationWorld;
  const get = <T>(type: new (...args: never[]) => T): T => world.get(type);

  beforeAll(async () => {
    world = await RegistrationWorld.make();
  }, 120_000);
  afterAll(() => world.context.close());

  it('P2, S36: fifty who register at once for ten seats leave ten with one seat each', async () => {
    const id = await world.opened();
    const people = await Promise.all(Array.from({ length: 50 }, (_, index) => world.candidate(`p${index}`)));
    const outcomes = await Promise.allSettled(people.map((who) => world.register(who, id)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(SessionFull);
    const rows = await get(Registrations).ofSession(id);
    expect(rows.map(({ seatNo }) => seatNo)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(new Set(rows.map(({ ticketNo }) => ticketNo)).size).toBe(10);
    const [odd, even] = world.draft.formIds;
    expect(rows.map(({ formId }) => formId)).toEqual([odd, even, odd, even, odd, even, odd, even, odd, even]);
  }, 60_000);

  it('P2: who registers twenty times at once has one registration', async () => {
    const id = await world.opened();
    const who = await world.candidate('twenty');
    const ids = await Promise.all(Array.from({ length: 20 }, () => world.register(who, id)));
    expect(new Set(ids).size).toBe(1);
  });

  it('P2: who registers for two sessions at once gets into one: the waiting time lies between them', async () => {
    const sessions = [await world.opened(), await world.opened(), await world.opened()];
    const who = await world.candidate('twice');
    const outcomes = await Promise.allSettled(sessions.map((id) => world.register(who, id)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(WaitingTimeNotOver);
  });

  it('keeps out who does not meet the requirements, and says which', async () => {
    const id = await world.opened();
    const claims = { ...MEETS_LEVEL_4, yearsOfWork: 1 };
    const refusal = await get(Register)
      .run(await world.candidate('new'), id, { pledge: true, claims })
      .catch((error: NotEligible) => error);
    expect(refusal).toBeInstanceOf(NotEligible);
    expect((refusal as NotEligible).fields.map(({ code }) => code)).toContain('registration.unmet-years-of-work');
  });

  it('is open between its moments and in no draft', async () => {
    const { registrationOpensAt, registrationClosesAt } = world.draft;
    const who = await world.candidate('early');
    await expect(world.register(who, await world.planned())).rejects.toBeInstanceOf(SessionNotFound);
    const later = await world.opened({ registrationOpensAt: registrationOpensAt + 1 });
    await expect(world.register(who, later)).rejects.toBeInstanceOf(RegistrationNotOpen);
    const id = await world.opened();
    world.context.clock.set(instant(registrationClosesAt));
    await expect(world.register(who, id)).rejects.toBeInstanceOf(RegistrationNotOpen);
    world.context.clock.set(instant(registrationOpensAt));
  });

  it('P12: keeps the accommodation that the person has when registering', async () => {
    const accommodation = { extraTimePercent: 25, breakMinutes: 10 };
    const who = await world.candidate('extra', { accommodation });
    const registration = await world.register(who, await world.opened());
    expect((await get(Registrations).byId(registration)).accommodation).toEqual(accommodation);
  });

  it('P9: a ticket is for its candidate alone', async () => {
    const id = await world.opened();
    const [own, other] = [await world.candidate('own'), await world.candidate('other')];
    const registration = await world.register(own, id);
    const withdrawal = (who: Principal) => get(Registrations).withdraw(who, registration);
    await expect(get(Ticket).pdf(other, registration)).rejects.toBeInstanceOf(RegistrationNotFound);
    await expect(withdrawal(other)).rejects.toBeInstanceOf(RegistrationNotFound);
    const pdf = await get(Ticket).pdf(own, registration);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  }, 60_000);

  it('gives a seat that was given back to the next, and takes none back once the window has begun', async () => {
    const id = await world.opened({ capacity: 1 });
    const [first, second] = [await world.candidate('first'), await world.candidate('second')];
    const given = await world.register(first, id);
    await expect(world.register(second, id)).rejects.toBeInstanceOf(SessionFull);
    await get(Registrations).withdraw(first, given);
    await get(Registrations).withdraw(first, given);
    expect((await get(Registrations).byId(given)).status).toBe('withdrawn');
    const taken = await world.register(second, id);
    expect((await get(Registrations).byId(taken)).seatNo).toBe(1);
    world.context.clock.set(instant(world.draft.opensAt));
    await expect(get(Registrations).withdraw(second, taken)).rejects.toBeInstanceOf(WindowHasBegun);
    world.context.clock.set(instant(world.draft.registrationOpensAt));
  });
});

describe('the life of a session', () => {
  let world: RegistrationWorld;
  const get = <T>(type: new (...args: never[]) => T): T => world.get(type);
  const statusOf = async (id: SessionId) => (await get(Sessions).byId(id)).status;

  beforeAll(async () => {
    world = await RegistrationWorld.make();
  }, 120_000);
  afterAll(() => world.context.close());

  it('refuses to open without published forms or with rules for sections that no form has', async () => {
    const empty = await world.planned({ formIds: [] });
    await expect(get(OpenSession).run(SETUP, empty)).rejects.toBeInstanceOf(FormsNotReady);
    const sections = [{ id: 's9', navigation: 'free' as const, time: 'shared' as const }];
    const strange = await world.planned({ rules: { ...world.draft.rules, sections } });
    const refusal = await get(OpenSession)
      .run(SETUP, strange)
      .catch((error: FormsNotReady) => error);
    expect((refusal as FormsNotReady).fields.map(({ detail }) => detail)).toContain('s9');
  });

  it('is changed as a draft only, and into nothing that does not hold together', async () => {
    const id = await world.planned();
    await get(PlanSession).change(SETUP, id, { capacity: 5 });
    expect((await get(Sessions).byId(id)).capacity).toBe(5);
    const backwards = get(PlanSession).change(SETUP, id, { closesAt: world.draft.opensAt });
    await expect(backwards).rejects.toBeInstanceOf(SessionNotValid);
    await get(OpenSession).run(SETUP, id);
    await expect(get(PlanSession).change(SETUP, id, { capacity: 6 })).rejects.toBeInstanceOf(SessionNotDraft);
  });

  it('P1: refuses to open where a commit would not be durable; without the guard it opens', async () => {
    const id = await world.planned();
    const [row] = await get(UnitOfWork).read.query<{ name: string }[]>('SELECT current_database() AS name');
    await get(UnitOfWork).read.query(`ALTER DATABASE ${row!.name} SET synchronous_commit = off`);
    const open = async (settings: Record<string, string> = {}) => {
      const other = await secondProcess(world.context.databaseUrl, settings);
      await other
        .get(OpenSession)
        .run(SETUP, id)
        .finally(() => other.close());
    };
    await expect(open()).rejects.toMatchObject({ code: 'platform.database-not-durable' });
    expect(await statusOf(id)).toBe('draft');
    await open({ HZ_TEST_SWITCHES: 'without:durability-guard' });
    expect(await statusOf(id)).toBe('open');
    await get(UnitOfWork).read.query(`ALTER DATABASE ${row!.name} RESET synchronous_commit`);
  }, 60_000);

  it('closes early only when told so, and is released once', async () => {
    const id = await world.opened();
    const release = () => get(UnitOfWork).run((tx) => get(MarkSessionReleased).run(tx, SETUP, id));
    await expect(get(EndSession).close(SETUP, id, false)).rejects.toBeInstanceOf(WindowNotOver);
    await expect(release()).rejects.toBeInstanceOf(SessionCannotBecome);
    await get(EndSession).close(SETUP, id, true);
    await release();
    await release();
    expect(await statusOf(id)).toBe('released');
  });

  it('is cancelled with its registrations before its window, and not after', async () => {
    const id = await world.opened();
    const registration = await world.register(await world.candidate('unlucky'), id);
    const late = await world.opened();
    await get(EndSession).cancel(SETUP, id, 'no room');
    await get(EndSession).cancel(SETUP, id, 'no room');
    expect(await statusOf(id)).toBe('cancelled');
    expect((await get(Registrations).byId(registration)).status).toBe('cancelled');
    world.context.clock.set(instant(world.draft.opensAt));
    await expect(get(EndSession).cancel(SETUP, late, 'too late')).rejects.toBeInstanceOf(WindowHasBegun);
    world.context.clock.set(instant(world.draft.registrationOpensAt));
  });

  it('is closed by the sweep when nobody can be at work any more', async () => {
    const id = await world.opened();
    const at = (minutes: number) => instant(world.draft.closesAt + minutes * MS_PER_MINUTE);
    const slow = { extraTimePercent: 100, breakMinutes: 0 };
    await world.register(await world.candidate('slow', { accommodation: slow }), id);
    world.context.clock.set(at(92));
    await get(EndSession).closeDue(SETUP);
    expect(await statusOf(id)).toBe('open');
    world.context.clock.set(at(182));
    await get(EndSession).closeDue(SETUP);
    expect(await statusOf(id)).toBe('closed');
  });
});

/** A second process over the same database, whose new connections see settings that changed since. */
async function secondProcess(databaseUrl: string, settings: Record<string, string>) {
  const module = await Test.createTestingModule({
    imports: [PlatformModule.with(testConfig(databaseUrl, settings)), AuditModule, IdentityModule, RegistrationModule],
  }).compile();
  await module.init();
  return module;
}
