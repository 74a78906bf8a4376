import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Schemes } from '@hz/competency';
import { Clock, type Principal } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { DEFAULT_POLICY, type SchemePolicy, type SchemePolicyView } from '../../contract';
import { SchemePolicyRepository } from '../../persistence/scheme-policy.repository';

/** What the schemes ask for a renewal, and how many credits they give. */
@Injectable()
export class SchemePolicies {
  constructor(
    private readonly schemes: Schemes,
    private readonly policies: SchemePolicyRepository,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<SchemePolicyView[]> {
    const [schemes, decided] = await Promise.all([this.schemes.published(), this.policies.all()]);
    return schemes.map(({ id, code, level, body }) => ({
      schemeId: id,
      code,
      title: body.title,
      level,
      validityMonths: body.registrationValidityMonths,
      policy: decided.get(id)?.policy ?? DEFAULT_POLICY,
      updatedAt: decided.get(id)?.updatedAt ?? null,
    }));
  }

  /** Holds for renewals from now on. Throws SchemeNotFound. */
  async put(who: Principal, schemeId: string, policy: SchemePolicy): Promise<void> {
    const { id } = await this.schemes.byIdOrCode(schemeId);
    await this.uow.run(async (tx) => {
      await this.policies.put(tx, id, policy, this.clock.now());
      await this.audit.record(tx, who, 'certification.policy-changed', { type: 'scheme', id }, { policy });
    });
  }
}
