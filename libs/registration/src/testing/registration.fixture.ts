import { join } from 'node:path';
import { AuditModule } from '@hz/audit';
import { AssembleForm, Blueprints, LoadBlueprints, PublishForm } from '@hz/assembly';
import { LoadFramework, LoadSchemes, Schemes } from '@hz/competency';
import { EnsureAccount, EnsureInstitution, IdentityModule, type EnsuredAccount } from '@hz/identity';
import { LoadBanks } from '@hz/item-bank';
import {
  dangerouslySystem,
  MS_PER_MINUTE,
  plus,
  type AccountId,
  type BlueprintId,
  type FormId,
  type InstitutionId,
  type LoginId,
  type PersonId,
  type RegistrationId,
  type Role,
  type SessionId,
} from '@hz/kernel';
import { newId, repositoryRoot } from '@hz/platform';
import { testContext, type TestContext } from '@hz/platform/testing';
import type { SessionDraft } from '../contract';
import { RegistrationModule } from '../registration.module';
import { OpenSession } from '../application/open-session.command';
import { PlanSession } from '../application/plan-session.command';
import { Register } from '../application/register.command';

const FOLDER = join(repositoryRoot(), 'question-banks');

export const SETUP = dangerouslySystem('test');
export const MEETS_LEVEL_4 = { yearsOfWork: 6, education: null, certificates: [] };
export type Candidate = ReturnType<typeof candidatePrincipal>;

/** The registration context over a fresh database, with a scheme, two published forms and an institution. */
export class RegistrationWorld {
  private constructor(
    readonly context: TestContext,
    readonly institutionId: InstitutionId,
    readonly draft: SessionDraft,
  ) {}

  static async make(settings: Record<string, string> = {}): Promise<RegistrationWorld> {
    const context = await testContext([AuditModule, IdentityModule, RegistrationModule], { settings });
    const get = <T>(type: new (...args: never[]) => T): T => context.module.get(type);
    const institutionId = await get(EnsureInstitution).run({ code: 'own', name: { zh: '甲' } });
    await get(LoadFramework).run(SETUP, join(FOLDER, 'framework'));
    await get(LoadSchemes).run(SETUP, join(FOLDER, 'schemes'));
    await get(LoadBanks).run(SETUP, FOLDER);
    await get(LoadBlueprints).run(SETUP, join(FOLDER, 'blueprints'));
    const blueprintId = (await get(Blueprints).list())[0]!.id as BlueprintId;
    const formIds: FormId[] = [];
    for (const seed of ['one', 'two']) {
      const formId = await get(AssembleForm).run(SETUP, { blueprintId, seed });
      await get(PublishForm).run(SETUP, { formId });
      formIds.push(formId);
    }
    const { versionId } = await get(Schemes).byIdOrCode('prompt-engineer-l4');
    const now = context.clock.now();
    return new RegistrationWorld(context, institutionId, {
      title: { zh: '十一月场', en: 'November' },
      schemeVersionId: versionId,
      formIds,
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
    });
  }

  get<T>(type: new (...args: never[]) => T): T {
    return this.context.module.get(type);
  }

  async candidate(name: string, granted: Partial<EnsuredAccount> = {}): Promise<Candidate> {
    const made = await this.get(EnsureAccount).run({
      email: `${name}@hz.example`,
      password: 'a quiet river',
      legalName: `考生${name}`,
      roles: ['candidate'],
      institutionCode: 'own',
      ...granted,
    });
    return candidatePrincipal(made.accountId, made.personId);
  }

  planned(change: Partial<SessionDraft> = {}): Promise<SessionId> {
    return this.get(PlanSession).create(SETUP, { ...this.draft, ...change });
  }

  async opened(change: Partial<SessionDraft> = {}): Promise<SessionId> {
    const id = await this.planned(change);
    await this.get(OpenSession).run(SETUP, id);
    return id;
  }

  register(who: Candidate, id: SessionId): Promise<RegistrationId> {
    return this.get(Register).run(who, id, { pledge: true, claims: MEETS_LEVEL_4 });
  }
}

function candidatePrincipal(accountId: AccountId, personId: PersonId) {
  const roles: readonly Role[] = ['candidate'];
  return { via: 'login' as const, accountId, personId, loginId: newId<LoginId>(), roles, institutionId: null };
}
