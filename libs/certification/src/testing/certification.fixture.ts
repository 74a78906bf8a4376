import { join } from 'node:path';
import { AuditModule } from '@hz/audit';
import { CompetencyModule, LoadFramework, LoadSchemes, Schemes } from '@hz/competency';
import type { SchemeView } from '@hz/competency/contract';
import { EnsureAccount, IdentityModule } from '@hz/identity';
import {
  dangerouslySystem,
  points,
  sha256Hex,
  type AccountId,
  type ComponentCode,
  type LoginId,
  type PersonId,
  type Principal,
  type ResultId,
  type Role,
} from '@hz/kernel';
import { newId, repositoryRoot, UnitOfWork } from '@hz/platform';
import { testContext } from '@hz/platform/testing';
import { AfterCertificateModule } from '../after-certificate.module';
import { CertificationModule } from '../certification.module';

const banks = join(repositoryRoot(), 'question-banks');
export const PERSONS_PASSWORD = 'a long enough password';
const SYSTEM = dangerouslySystem('test');

/** Certification over a fresh database with the published schemes of the repository; results are written as grading leaves them. */
export async function certificationWorld(settings: Record<string, string> = {}) {
  const context = await testContext(
    [AuditModule, IdentityModule, CompetencyModule, CertificationModule, AfterCertificateModule],
    { settings },
  );
  const get = <T>(type: abstract new (...args: never[]) => T): T => context.module.get(type as never);
  await get(LoadFramework).run(SYSTEM, join(banks, 'framework'));
  await get(LoadSchemes).run(SYSTEM, join(banks, 'schemes'));
  const scheme = await get(Schemes).byIdOrCode('prompt-engineer-l4');
  const sql = <T>(text: string, params: unknown[] = []): Promise<T[]> => get(UnitOfWork).read.query<T[]>(text, params);
  let count = 0;

  async function person(legalName = '欧阳晓明', role: Role = 'candidate') {
    count += 1;
    const email = `person${count}@example.org`;
    const account = { email, password: PERSONS_PASSWORD, legalName, legalNamePinyin: 'Ouyang Xiaoming' };
    const { accountId, personId } = await get(EnsureAccount).run({ ...account, roles: [role] });
    const who: Principal = {
      via: 'login',
      accountId: accountId as AccountId,
      personId,
      loginId: newId<LoginId>(),
      roles: [role],
      institutionId: null,
    };
    return { personId, who };
  }

  /** A final result with these components, passed or not. */
  async function released(
    personId: PersonId,
    components: Partial<Record<ComponentCode, boolean>>,
    sessionId = newId(),
  ): Promise<ResultId> {
    const id = newId<ResultId>();
    const [attemptId, registrationId] = [newId(), newId()];
    const at = new Date(context.clock.now());
    const body = resultBody(scheme, components);
    await get(UnitOfWork).run(async (tx) => {
      await tx.query(
        `INSERT INTO grading.scored_attempt (attempt_id, session_id, registration_id, person_id, form_id, scheme_version_id,
           institution_ids, generation, scoring_version, responses_hash, scored_at, settled_at, released_at)
         VALUES ($1, $2, $3, $4, $1, $5, '{}', 1, '1', $6, $7, $7, $7)`,
        [attemptId, sessionId, registrationId, personId, scheme.versionId, sha256Hex(id), at],
      );
      await tx.query(
        `INSERT INTO grading.result (id, attempt_id, registration_id, session_id, person_id, scheme_version_id, generation,
           scoring_version, outcome, total_percent, body, status, settled_at, released_at)
         VALUES ($1, $2, $3, $4, $5, $6, 1, '1', $7, $8, $9, 'final', $10, $10)`,
        [
          ...[id, attemptId, registrationId, sessionId, personId, scheme.versionId],
          ...[body.outcome, body.total.percent, JSON.stringify(body), at],
        ],
      );
    });
    return id;
  }

  return { context, get, sql, scheme, person, released };
}
export type CertificationWorld = Awaited<ReturnType<typeof certificationWorld>>;

function resultBody(scheme: SchemeView, verdicts: Partial<Record<ComponentCode, boolean>>) {
  const components = scheme.body.components
    .filter(({ code }) => verdicts[code] !== undefined)
    .map(({ code, outOf, passMark, weight }) => {
      const passed = verdicts[code]!;
      const percent = points(passed ? '83.5' : '41');
      return { code, gained: percent, possible: points(100), percent, score: percent, outOf, passMark, weight, passed };
    });
  const all = components.every(({ passed }) => passed);
  const missing = scheme.body.components.map(({ code }) => code).filter((code) => verdicts[code] === undefined);
  return {
    total: { gained: points('83.5'), possible: points(100), percent: points('83.5') },
    outcome: all ? (missing.length > 0 ? 'incomplete' : 'passed') : 'failed',
    components,
    missing,
    skills: [
      { skillId: 'prompt-design', gained: points(8), possible: points(10), percent: points(80), items: 4 },
      { skillId: 'security-and-compliance', gained: points(8), possible: points(10), percent: points(80), items: 4 },
    ],
  };
}
