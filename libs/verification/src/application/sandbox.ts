import { Injectable } from '@nestjs/common';
import { Clock } from '@hz/kernel';
import type { VerificationAnswer, VerificationQuestion } from '../contract';
import { judge } from '../domain/judge';
import { nameKey, normalizedNumber } from '../domain/names';
import { SANDBOX_CERTIFICATES, sandboxFindings, type SandboxCertificate } from '../domain/sandbox-certificates';
import { notFound, shownOf } from './check-certificate.query';
import type { Presented } from './presented-credential';
import { SandboxCredentials } from './sandbox-credentials';

/** Answers about test certificates. Every answer says that it is one. */
@Injectable()
export class Sandbox {
  constructor(
    private readonly credentials: SandboxCredentials,
    private readonly clock: Clock,
  ) {}

  byNumber({ number, name, code }: VerificationQuestion): Promise<VerificationAnswer> {
    const found = SANDBOX_CERTIFICATES.find(({ facts }) => facts.number === normalizedNumber(number));
    const fits =
      (name === undefined || nameKey(name) === nameKey(found?.facts.holderName ?? '')) &&
      (code === undefined || code === found?.code);
    const knows = name !== undefined || code !== undefined;
    return Promise.resolve(this.answer(fits ? found : undefined, knows ? 'passed' : null));
  }

  async presented(presented: Presented): Promise<VerificationAnswer> {
    const number = await this.credentials.numberOf(presented);
    const found = SANDBOX_CERTIFICATES.find(({ facts }) => facts.number === number);
    // What the sandbox did not sign it knows nothing of, a real credential included.
    return this.answer(found, 'passed');
  }

  /** Every test certificate with all that is needed to ask about it. */
  async list() {
    return Promise.all(
      SANDBOX_CERTIFICATES.map(async (certificate) => {
        const { state, facts, code } = certificate;
        const documents = await this.credentials.of(certificate);
        return { state, number: facts.number, name: facts.holderName, code, ...documents };
      }),
    );
  }

  private answer(found: SandboxCertificate | undefined, holder: 'passed' | null): VerificationAnswer {
    const checkedAt = this.clock.now();
    if (found === undefined) return { ...notFound(checkedAt), sandbox: true };
    const altered = found.state === 'altered';
    return {
      ...judge(sandboxFindings(found, holder), checkedAt),
      checkedAt,
      statusAsOf: found.state === 'cannot-be-determined' || altered ? null : checkedAt,
      supersededBy: holder === null ? null : found.successor,
      certificate: altered ? null : shownOf(found.facts, holder),
      sandbox: true,
    };
  }
}
