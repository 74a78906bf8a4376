import { join } from 'node:path';
import { AuditModule } from '@hz/audit';
import { AssembleForm, Blueprints, LoadBlueprints, PublishForm } from '@hz/assembly';
import { LoadFramework, LoadSchemes, Schemes } from '@hz/competency';
import { EnsureAccount, EnsureInstitution, IdentityModule } from '@hz/identity';
import { LoadBanks } from '@hz/item-bank';
import {
  dangerouslySystem,
  instant,
  MS_PER_MINUTE,
  plus,
  type BlueprintId,
  type FormId,
  type Principal,
  type SessionId,
} from '@hz/kernel';
import { repositoryRoot, UnitOfWork } from '@hz/platform';
import { testContext, type TestContext } from '@hz/platform/testing';
import {
  FormsNotReady,
  NotEligible,
  RegistrationNotFound,
  SessionCannotBecome,
  SessionFull,
  SessionNotDraft,
  WindowNotOver,
  type SessionDraft,
} from '../contract';
import { RegistrationModule } from '../registration.module';
import { EndSession, MarkSessionReleased } from './end-session.command';
import { OpenSession } from './open-session.command';
import { PlanSession } from './plan-session.command';
import { Register } from './register.command';
import { Registrations } from './registrations';
import { Sessions } from './sessions';
import { Ticket } from './ticket.query';

const WHO = dangerouslySystem('test');
const FOLDER = join(repositoryRoot(), 'question-banks');
const CLAIMS = { yearsOfWork: 6, education: null, certificates: [] };

describe('registration', () => {
  let context: TestContext;
  let draft: SessionDraft;
  const get = <T>(type: new (...args: never[]) => T): T => context.module.get(type);
  const candidate = async (email: string): Promise<Principal> => {
    const { accountId, personId } = await get(EnsureAccount).run({
      email,
      password: 'a quiet river',
      legalName: `考生${email[0]}`,
      roles: ['candidate'],
      institutionCode: 'own',
    });
    return {
      via: 'login',
      accountId,
      personId,
      loginId: accountId as never,
      roles: ['candidate'],
      institutionId: null,
    };
  };
  const opened = async (change: Partial<SessionDraft> = {}): Promise<SessionId> => {
    const id = await get(PlanSession).create(WHO, { ...draft, ...change });
    await get(OpenSession).run(WHO, id);
    return id;
  };

  beforeAll(async () => {
    context = await testContext([AuditModule, IdentityModule, RegistrationModule]);
    await get(EnsureInstitution).run({ code: 'own', name: { zh: '甲' } });
    await get(LoadFramework).run(WHO, join(FOLDER, 'framework'));
    await get(LoadSchemes).run(WHO, join(FOLDER, 'schemes'));
    await get(LoadBanks).run(WHO, FOLDER);
    await get(LoadBlueprints).run(WHO, join(FOLDER, 'blueprints'));
    const blueprintId = (await get(Blueprints).list())[0]!.id as BlueprintId;
    const formId: FormId = await get(AssembleForm).run(WHO, { blueprintId, seed: 'one' });
    await get(PublishForm).run(WHO, { formId });
    const now = context.clock.now();
    draft = {
      title: { zh: '十一月场', en: 'November' },
      schemeVersionId: (await get(Schemes).byIdOrCode('prompt-engineer-l4')).versionId,
      formIds: [formId],
      opensAt: plus(now, 60 * MS_PER_MINUTE),
      closesAt: plus(now, 240 * MS_PER_MINUTE),
      registrationOpensAt: now,
      registrationClosesAt: plus(now, 120 * MS_PER_MINUTE),
      capacity: 10,
      rules: {
        durationMinutes: 90,
        lateEntryMinutes: 30,
        earliestHandInMinutes: 0,
        graceSeconds: 60,
        shuffleItems: true,
        shuffleChoices: true,
        windowPolicy: 'start-by-close',
        sections: [],
      },
    };
  }, 60_000);
  afterAll(() => context.close());

  it('P2, S36: fifty who register at once for ten seats leave ten with one seat each', async () => {
    const id = await opened();
    const people = await Promise.all(Array.from({ length: 50 }, (_, index) => candidate(`p${index}@hz.example`)));
    const outcomes = await Promise.allSettled(
      people.map((who) => get(Register).run(who, id, { pledge: true, claims: CLAIMS })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(SessionFull);
    const rows = await get(Registrations).ofSession(id);
    expect(rows.map(({ seatNo }) => seatNo)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(new Set(rows.map(({ ticketNo }) => ticketNo)).size).toBe(10);
  }, 60_000);

  it('P2: who registers twenty times at once has one registration', async () => {
    const id = await opened();
    const who = await candidate('twenty@hz.example');
    const ids = await Promise.all(
      Array.from({ length: 20 }, () => get(Register).run(who, id, { pledge: true, claims: CLAIMS })),
    );
    expect(new Set(ids).size).toBe(1);
  });

  it('keeps out who does not meet the requirements, and says which', async () => {
    const id = await opened();
    const refusal = await get(Register)
      .run(await candidate('new@hz.example'), id, { pledge: true, claims: { ...CLAIMS, yearsOfWork: 1 } })
      .catch((error: NotEligible) => error);
    expect(refusal).toBeInstanceOf(NotEligible);
    expect((refusal as NotEligible).fields.map(({ code }) => code)).toContain('registration.unmet-years-of-work');
  });

  it('P9: a ticket is for its candidate alone; it is a PDF', async () => {
    const id = await opened();
    const [own, other] = [await candidate('own@hz.example'), await candidate('other@hz.example')];
    const registration = await get(Register).run(own, id, { pledge: true, claims: CLAIMS });
    await expect(get(Ticket).pdf(other, registration)).rejects.toBeInstanceOf(RegistrationNotFound);
    const pdf = await get(Ticket).pdf(own, registration);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await get(Registrations).withdraw(own, registration);
    expect((await get(Registrations).byId(registration)).status).toBe('withdrawn');
  }, 60_000);

  it('refuses to open without published forms, and to change once open', async () => {
    const id = await get(PlanSession).create(WHO, { ...draft, formIds: [] });
    await expect(get(OpenSession).run(WHO, id)).rejects.toBeInstanceOf(FormsNotReady);
    const open = await opened();
    await expect(get(PlanSession).change(WHO, open, { capacity: 5 })).rejects.toBeInstanceOf(SessionNotDraft);
  });

  it('P1: refuses to open where a commit would not be durable', async () => {
    const id = await get(PlanSession).create(WHO, draft);
    const { database } = (
      await get(UnitOfWork).read.query<{ database: string }[]>('SELECT current_database() AS database')
    )[0]!;
    await get(UnitOfWork).read.query(`ALTER DATABASE ${database} SET synchronous_commit = off`);
    const second = await testContextOn(context.databaseUrl);
    await expect(second.run(id)).rejects.toMatchObject({ code: 'platform.database-not-durable' });
    await second.close();
    await get(UnitOfWork).read.query(`ALTER DATABASE ${database} RESET synchronous_commit`);
  });

  it('closes early only when told so, and is released once', async () => {
    const id = await opened();
    await expect(get(EndSession).close(WHO, id, false)).rejects.toBeInstanceOf(WindowNotOver);
    await expect(get(UnitOfWork).run((tx) => get(MarkSessionReleased).run(tx, WHO, id))).rejects.toBeInstanceOf(
      SessionCannotBecome,
    );
    await get(EndSession).close(WHO, id, true);
    for (let round = 0; round < 2; round += 1)
      await get(UnitOfWork).run((tx) => get(MarkSessionReleased).run(tx, WHO, id));
    expect((await get(Sessions).byId(id)).status).toBe('released');
  });

  it('the sweep closes a session when nobody can be at work any more', async () => {
    const start = context.clock.now();
    const id = await opened();
    context.clock.set(instant(draft.closesAt + 60 * MS_PER_MINUTE));
    await get(EndSession).closeDue(WHO);
    expect((await get(Sessions).byId(id)).status).toBe('open');
    context.clock.set(instant(draft.closesAt + 92 * MS_PER_MINUTE));
    await get(EndSession).closeDue(WHO);
    expect((await get(Sessions).byId(id)).status).toBe('closed');
    context.clock.set(start);
  });
});

/** A second process over the same database, whose new connections see settings that changed since. */
async function testContextOn(databaseUrl: string) {
  const { Test } = await import('@nestjs/testing');
  const { PlatformModule } = await import('@hz/platform');
  const { testConfig } = await import('@hz/platform/testing');
  const module = await Test.createTestingModule({
    imports: [PlatformModule.with(testConfig(databaseUrl)), AuditModule, IdentityModule, RegistrationModule],
  }).compile();
  await module.init();
  return { run: (id: SessionId) => module.get(OpenSession).run(WHO, id), close: () => module.close() };
}
