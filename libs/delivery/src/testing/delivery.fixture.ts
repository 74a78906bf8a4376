import { join } from 'node:path';
import { AssembleForm, Blueprints, Forms, LoadBlueprints, PublishForm } from '@hz/assembly';
import type { CandidateForm } from '@hz/assembly/contract';
import { AuditModule } from '@hz/audit';
import { LoadFramework, LoadSchemes, Schemes } from '@hz/competency';
import { EnsureAccount, IdentityModule } from '@hz/identity';
import { LoadBanks } from '@hz/item-bank';
import {
  dangerouslySystem,
  MS_PER_MINUTE,
  plus,
  type AttemptId,
  type BlueprintId,
  type FormId,
  type Instant,
  type LoginId,
  type Principal,
  type ResponseValue,
  type SessionId,
} from '@hz/kernel';
import { DatabaseClock, newId, repositoryRoot, UnitOfWork } from '@hz/platform';
import { testContext, type TestContext } from '@hz/platform/testing';
import { OpenSession, PlanSession, Register, RegistrationModule } from '@hz/registration';
import type { SessionRules } from '@hz/registration/contract';
import { makePageKey, openPaper, orderedForm, type PageKey, type StartedAttempt, type WriterLease } from '../contract';
import { DeliveryModule } from '../delivery.module';
import { EnterAttempt } from '../application/enter-attempt.command';
import { SaveResponses } from '../application/save-responses.command';
import { SealedPapers } from '../application/sealed-papers';
import { StartAttempt } from '../application/start-attempt.command';

const SETUP = dangerouslySystem('test');
const BANKS = join(repositoryRoot(), 'question-banks');
const CLAIMS = { yearsOfWork: 6, education: null, certificates: [] };
const RULES: SessionRules = {
  durationMinutes: 60,
  lateEntryMinutes: 10,
  earliestHandInMinutes: 0,
  graceSeconds: 60,
  shuffleItems: true,
  shuffleChoices: true,
  windowPolicy: 'start-by-close',
  sections: [],
};

type Candidate = Extract<Principal, { via: 'login' }>;

/** Delivery over a fresh database with the demo's bank and one published form. */
export async function deliveryWorld(settings: Record<string, string> = {}): Promise<DeliveryWorld> {
  const context = await testContext([AuditModule, IdentityModule, RegistrationModule, DeliveryModule], { settings });
  const get = <T>(type: abstract new (...args: never[]) => T): T => context.module.get(type, { strict: false });
  // The database's own clock, because the save statement asks it.
  const clock = new DatabaseClock(get(UnitOfWork).read.connection);
  await clock.synchronise();
  jest.spyOn(context.clock, 'now').mockImplementation(() => clock.now());
  await get(LoadFramework).run(SETUP, join(BANKS, 'framework'));
  await get(LoadSchemes).run(SETUP, join(BANKS, 'schemes'));
  await get(LoadBanks).run(SETUP, BANKS);
  await get(LoadBlueprints).run(SETUP, join(BANKS, 'blueprints'));
  const blueprintId = (await get(Blueprints).list())[0]!.id as BlueprintId;
  const formId: FormId = await get(AssembleForm).run(SETUP, { blueprintId, seed: 'one' });
  await get(PublishForm).run(SETUP, { formId });
  return new DeliveryWorld(context, clock, formId);
}

/** Sessions and candidates on demand. */
export class DeliveryWorld {
  private usualSession: Promise<SessionId> | undefined;
  private people = 0;

  constructor(
    readonly context: TestContext,
    private readonly clock: DatabaseClock,
    private readonly formId: FormId,
  ) {}

  get<T>(type: abstract new (...args: never[]) => T): T {
    return this.context.module.get(type, { strict: false });
  }

  /** The database's time, also while a test lets the node's own clock go wrong. */
  clockNow(): Instant {
    return this.clock.now();
  }

  /** A session whose window opens and closes so many minutes from now. */
  async session(opensIn: number, closesIn: number, rules: Partial<SessionRules> = {}): Promise<SessionId> {
    const now = this.clock.now();
    const at = (minutes: number): Instant => plus(now, minutes * MS_PER_MINUTE);
    const id = await this.get(PlanSession).create(SETUP, {
      title: { zh: '场次', en: 'Session' },
      schemeVersionId: (await this.get(Schemes).byIdOrCode('prompt-engineer-l4')).versionId,
      formIds: [this.formId],
      opensAt: at(opensIn),
      closesAt: at(closesIn),
      registrationOpensAt: at(-60),
      registrationClosesAt: at(closesIn),
      capacity: 1_000,
      rules: { ...RULES, ...rules },
    });
    await this.get(OpenSession).run(SETUP, id);
    return id;
  }

  async candidate(): Promise<Candidate> {
    this.people += 1;
    const account = { email: `c${this.people}@hz.example`, password: 'a quiet river', legalName: '考生' };
    const { accountId, personId } = await this.get(EnsureAccount).run({ ...account, roles: ['candidate'] });
    const loginId = newId<LoginId>();
    return { via: 'login', accountId, personId, loginId, roles: ['candidate'], institutionId: null };
  }

  /** A candidate in the waiting room. */
  async waiting(inSession?: SessionId) {
    const sessionId = inSession ?? (await (this.usualSession ??= this.session(-1, 60)));
    const who = await this.candidate();
    const registrationId = await this.get(Register).run(who, sessionId, { pledge: true, claims: CLAIMS });
    const id = (await this.get(EnterAttempt).run(who, registrationId)).id as AttemptId;
    return { who, registrationId, sessionId, id };
  }

  /** A candidate at work, with a single choice to answer. */
  async started(inSession?: SessionId) {
    const waiting = await this.waiting(inSession);
    const { who, id } = waiting;
    const page = await makePageKey();
    const begun = await this.get(StartAttempt).run(who, id, { pageKey: page.publicKey });
    const { lease, seed } = begun;
    const form = await this.formFor(page, begun);
    const item = form.sections[0]!.items.find(({ body }) => body.interaction.type === 'single-choice')!;
    const { interaction } = item.body;
    const choices = interaction.type === 'single-choice' ? interaction.choices.map((choice) => choice.id) : [];
    const save = (seq: number, value: string | null, by: WriterLease = lease) =>
      this.saveAs({ who, id, lease: by }, seq, item.ref, value);
    return { ...waiting, page, lease, seed, form, itemRef: item.ref, choices, save };
  }

  /** The form as this page may read it, opened from the sealed paper. */
  async formFor(
    page: PageKey,
    { attempt, seed, paperKeys }: Pick<StartedAttempt, 'attempt' | 'seed' | 'paperKeys'>,
  ): Promise<CandidateForm> {
    const file = new Uint8Array(await this.get(SealedPapers).file(attempt.paper!.digest));
    return orderedForm(await openPaper(file, await page.unwrap(attempt.id, paperKeys!)), seed, attempt.rules);
  }

  saveAs(
    { who, id, lease }: { who: Principal; id: AttemptId; lease: WriterLease },
    seq: number,
    itemRef: string,
    value: ResponseValue,
  ) {
    return this.get(SaveResponses).run(who, id, { leaseId: lease.leaseId, saves: [{ seq, itemRef, value }] });
  }

  outline() {
    return this.get(Forms).outline(this.formId);
  }

  rowsOf<Row>(sql: string, id: AttemptId): Promise<Row[]> {
    return this.get(UnitOfWork).read.query<Row[]>(sql, [id]);
  }

  /** Moves the end of an attempt so many seconds into the past, its grace with it. */
  async endedAgo(id: AttemptId, seconds: number): Promise<void> {
    await this.get(UnitOfWork).run((tx) =>
      tx.query(
        `UPDATE delivery.attempt SET grace_ends_at = clock_timestamp() - $2 * interval '1 second' + (grace_ends_at - deadline_at),
                deadline_at = clock_timestamp() - $2 * interval '1 second' WHERE id = $1`,
        [id, seconds],
      ),
    );
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
