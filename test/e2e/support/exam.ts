import { join } from 'node:path';
import { AssembleForm, EnsureBlueprint, PublishForm } from '@hz/assembly';
import { KeySheets } from '@hz/assembly/keys';
import { blueprintBodySchema } from '@hz/assembly/contract';
import { LoadFramework, LoadSchemes, Schemes } from '@hz/competency';
import { EnterAttempt, SaveResponses, StartAttempt, SubmitAttempt } from '@hz/delivery';
import { ReleaseSession, ScoreAttempt } from '@hz/grading';
import { LoadBanks } from '@hz/item-bank';
import {
  dangerouslySystem,
  type AttemptId,
  type FormId,
  type RegistrationId,
  type SchemeVersionId,
  type SessionId,
} from '@hz/kernel';
import { repositoryRoot } from '@hz/platform';
import { EndSession, OpenSession, PlanSession, Register } from '@hz/registration';
import type { Account, Api } from './api';
import { BLUEPRINT, bankFolder } from './bank';

const SETUP = dangerouslySystem('test');
const DAY_MS = 86_400_000;
const SCHEME = 'prompt-engineer-l4';

export const RULES = {
  durationMinutes: 90,
  lateEntryMinutes: null,
  earliestHandInMinutes: 0,
  graceSeconds: 60,
  windowPolicy: 'start-by-close' as const,
  sections: [],
};

export interface Sitting {
  readonly registrationId: RegistrationId;
  readonly attemptId: AttemptId;
  readonly leaseId: string;
}

/** A published form over a bank of one's own, and sittings of it: through the use cases, for what a test takes as given. */
export class Exam {
  private constructor(
    private readonly api: Api,
    readonly formId: FormId,
    readonly blueprintId: string,
    readonly schemeVersionId: SchemeVersionId,
  ) {}

  static async set(api: Api, bank: object): Promise<Exam> {
    const content = join(repositoryRoot(), 'question-banks');
    await api.get(LoadFramework).run(SETUP, join(content, 'framework'));
    await api.get(LoadSchemes).run(SETUP, join(content, 'schemes'));
    const { problems } = await api.get(LoadBanks).run(SETUP, bankFolder(bank));
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
    const { versionId } = await api.get(Schemes).byIdOrCode(SCHEME);
    const schemeVersionId = versionId as SchemeVersionId;
    const body = blueprintBodySchema.parse(BLUEPRINT);
    const blueprintId = await api.get(EnsureBlueprint).run(SETUP, { code: 'e2e', schemeVersionId, body });
    const formId = await api.get(AssembleForm).run(SETUP, { blueprintId, seed: 'e2e' });
    await api.get(PublishForm).run(SETUP, { formId });
    return new Exam(api, formId, blueprintId, schemeVersionId);
  }

  /** An open session that began just now. */
  async session(shuffle = true): Promise<SessionId> {
    const opensAt = Date.now();
    const id = await this.api.get(PlanSession).create(SETUP, {
      title: { zh: '考试场次', en: 'Session' },
      schemeVersionId: this.schemeVersionId,
      formIds: [this.formId],
      opensAt,
      closesAt: opensAt + DAY_MS,
      registrationOpensAt: opensAt,
      registrationClosesAt: opensAt + DAY_MS,
      capacity: 50,
      rules: { ...RULES, shuffleItems: shuffle, shuffleChoices: shuffle },
    });
    await this.api.get(OpenSession).run(SETUP, id);
    return id;
  }

  register(sessionId: SessionId, { principal }: Account): Promise<RegistrationId> {
    const claims = { yearsOfWork: 10, education: null, certificates: [] };
    return this.api.get(Register).run(principal, sessionId, { pledge: true, claims });
  }

  async start(sessionId: SessionId, who: Account): Promise<Sitting> {
    const registrationId = await this.register(sessionId, who);
    const { id } = await this.api.get(EnterAttempt).run(who.principal, registrationId);
    const attemptId = id as AttemptId;
    const { lease } = await this.api.get(StartAttempt).run(who.principal, attemptId);
    return { registrationId, attemptId, leaseId: lease.leaseId };
  }

  /** Answers the open items, which then wait for a marker, or leaves all blank, and hands in. */
  async submit(who: Account, { attemptId, leaseId }: Sitting, text?: string): Promise<void> {
    if (text !== undefined) {
      const sheet = await this.api.get(KeySheets).of(this.formId);
      const open = sheet.items.filter(({ rule }) => rule.type === 'extended-text');
      const saves = open.map(({ ref }, index) => ({ seq: index + 1, itemRef: ref, value: text }));
      await this.api.get(SaveResponses).run(who.principal, attemptId, { leaseId, saves });
    }
    await this.api.get(SubmitAttempt).run(who.principal, attemptId, leaseId);
    await this.api.get(ScoreAttempt).run(attemptId);
  }

  async release(id: SessionId): Promise<void> {
    await this.close(id);
    await this.api.get(ReleaseSession).run(SETUP, id);
  }

  close(id: SessionId): Promise<void> {
    return this.api.get(EndSession).close(SETUP, id, true);
  }
}
