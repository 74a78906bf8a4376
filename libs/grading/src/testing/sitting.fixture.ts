import { join } from 'node:path';
import { AssembleForm, AssemblyModule, Blueprints, LoadBlueprints, PublishForm } from '@hz/assembly';
import { KeySheets, type KeySheet } from '@hz/assembly/keys';
import { AuditModule } from '@hz/audit';
import { CompetencyModule, LoadFramework, LoadSchemes, Schemes } from '@hz/competency';
import { DeliveryModule, EnterAttempt, SaveResponses, StartAttempt, SubmitAttempt } from '@hz/delivery';
import { EnsureAccount, EnsureInstitution, IdentityModule } from '@hz/identity';
import { ItemBankModule, LoadBanks } from '@hz/item-bank';
import {
  dangerouslySystem,
  instant,
  MS_PER_DAY,
  plus,
  type AttemptId,
  type BlueprintId,
  type FormId,
  type InstitutionId,
  type LoginId,
  type Principal,
  type RegistrationId,
  type ResponseValue,
  type Role,
  type SessionId,
} from '@hz/kernel';
import { newId, repositoryRoot } from '@hz/platform';
import { testContext, type TestContext } from '@hz/platform/testing';
import { EndSession, OpenSession, PlanSession, Register, Registrations, RegistrationModule } from '@hz/registration';
import { GradingModule } from '../grading.module';

const SETUP = dangerouslySystem('test');
const BANKS = join(repositoryRoot(), 'question-banks');
export interface Sitting {
  readonly attemptId: AttemptId;
  readonly leaseId: string;
}
export type Person = Extract<Principal, { via: 'login' }> & { readonly name: string; readonly email: string };

const MODULES = [
  AuditModule,
  IdentityModule,
  CompetencyModule,
  ItemBankModule,
  AssemblyModule,
  RegistrationModule,
  DeliveryModule,
  GradingModule,
];
const RULES = {
  durationMinutes: 90,
  lateEntryMinutes: null,
  earliestHandInMinutes: 0,
  graceSeconds: 60,
  shuffleItems: true,
  shuffleChoices: true,
  windowPolicy: 'start-by-close' as const,
  sections: [],
};

/** All contexts up to grading over a fresh database, with the demo's bank and one published form. */
export async function gradingWorld(options: { settings?: Record<string, string> } = {}): Promise<GradingWorld> {
  const context = await testContext(MODULES, options);
  // Saves are held against the database's clock.
  context.clock.set(instant(Date.now()));
  const get = <T>(type: new (...args: never[]) => T): T => context.module.get(type, { strict: false });
  await get(LoadFramework).run(SETUP, join(BANKS, 'framework'));
  await get(LoadSchemes).run(SETUP, join(BANKS, 'schemes'));
  await get(LoadBanks).run(SETUP, BANKS);
  await get(LoadBlueprints).run(SETUP, join(BANKS, 'blueprints'));
  const blueprintId = (await get(Blueprints).list())[0]!.id as BlueprintId;
  const formId: FormId = await get(AssembleForm).run(SETUP, { blueprintId, seed: 'grading' });
  await get(PublishForm).run(SETUP, { formId });
  const { versionId } = await get(Schemes).byIdOrCode('prompt-engineer-l4');
  return new GradingWorld(context, formId, versionId);
}

/** Sessions, people and sittings on demand. */
class GradingWorld {
  private made = 0;
  private readonly codes = new Map<InstitutionId, string>();

  constructor(
    readonly context: TestContext,
    private readonly formId: FormId,
    private readonly schemeVersionId: string,
  ) {}

  private get<T>(type: new (...args: never[]) => T): T {
    return this.context.module.get(type, { strict: false });
  }

  async institution(): Promise<InstitutionId> {
    const code = `own-${(this.made += 1)}`;
    const id = await this.get(EnsureInstitution).run({ code, name: { zh: code } });
    this.codes.set(id, code);
    return id;
  }

  /** Somebody with an account, whose names can be searched for. */
  async person(wanted: { role?: Role; institutionId?: InstitutionId } = {}): Promise<Person> {
    const { role = 'candidate', institutionId } = wanted;
    const name = `CANARY-NAME-${(this.made += 1)}`;
    const email = `canary-${this.made}@hz.example`;
    const code = institutionId && this.codes.get(institutionId);
    const { accountId, personId } = await this.get(EnsureAccount).run({
      email,
      password: 'a quiet river',
      legalName: name,
      roles: [role],
      ...(code && { institutionCode: code }),
    });
    const login = { via: 'login' as const, accountId, personId, loginId: newId<LoginId>(), institutionId: null };
    return { ...login, roles: [role], name, email };
  }

  /** An open session that began just now and lasts a day. */
  async session(): Promise<SessionId> {
    const opensAt = this.context.clock.now();
    const closesAt = plus(opensAt, MS_PER_DAY);
    const id = await this.get(PlanSession).create(SETUP, {
      title: { zh: '考试场次', en: 'Session' },
      schemeVersionId: this.schemeVersionId,
      formIds: [this.formId],
      opensAt,
      closesAt,
      registrationOpensAt: opensAt,
      registrationClosesAt: closesAt,
      capacity: 100,
      rules: RULES,
    });
    await this.get(OpenSession).run(SETUP, id);
    return id;
  }

  sheet(): Promise<KeySheet> {
    return this.get(KeySheets).of(this.formId);
  }

  async register(sessionId: SessionId, who: Person): Promise<{ registrationId: RegistrationId; ticketNo: string }> {
    const claims = { yearsOfWork: 10, education: null, certificates: [] };
    const registrationId = await this.get(Register).run(who, sessionId, { pledge: true, claims });
    return { registrationId, ticketNo: (await this.get(Registrations).byId(registrationId)).ticketNo };
  }

  /** An attempt that runs, and the right to write to it. */
  async start(who: Person, registrationId: RegistrationId): Promise<Sitting> {
    const { id } = await this.get(EnterAttempt).run(who, registrationId);
    const attemptId = id as AttemptId;
    return { attemptId, leaseId: (await this.get(StartAttempt).run(who, attemptId)).lease.leaseId };
  }

  /** Saves these responses and hands in. */
  async submit(who: Person, { attemptId, leaseId }: Sitting, responses: Record<string, ResponseValue>): Promise<void> {
    const saves = Object.entries(responses).map(([itemRef, value], index) => ({ seq: index + 1, itemRef, value }));
    if (saves.length > 0) await this.get(SaveResponses).run(who, attemptId, { leaseId, saves });
    await this.get(SubmitAttempt).run(who, attemptId, leaseId);
  }

  close(id: SessionId): Promise<void> {
    return this.get(EndSession).close(SETUP, id, true);
  }
}
