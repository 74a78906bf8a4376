import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson, type CertificateNumber, type Instant, type InstitutionId } from '@hz/kernel';
import { CONFIG, randomSalt, randomToken, SecretBox, UnitOfWork, type Config, type Tx } from '@hz/platform';
import { Issuer, ISSUER_NAME, Publications } from '@hz/verification';
import type { UnsignedCredential } from '@hz/verification/contract';
import { numberInSeries, seriesOf, seriesOfNumber } from '../domain/certificate-number';
import type { CertificateRecord } from '../domain/certificate-record';
import { registrationEndsAt } from '../domain/registration-validity';
import { renamedCredential, type RenamedFacts } from '../domain/renamed-credential';
import { unsignedCredential } from '../domain/unsigned-credential';
import { CertificateRepository } from '../persistence/certificate.repository';
import type { AwardSources } from './award-sources';
import { CertificateTemplates } from './templates/certificate-templates';

const CODE_BYTES = 16;
const SALT_BYTES = 32;
const CODE_PURPOSE = 'verification-code';

interface Renaming {
  readonly holder: RenamedFacts['holder'];
  readonly institutionId: InstitutionId | null;
  readonly reason: string;
  readonly intendedAt: Instant;
}

export interface Successor extends Omit<Renaming, 'reason'> {
  readonly expiresAt: Instant;
  readonly replaces: { readonly number: CertificateNumber; readonly reason: string } | null;
}

/** Numbers, verification codes and the bytes to be signed: decided once, before signing. */
@Injectable()
export class CertificateIntents {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    private readonly certificates: CertificateRepository,
    private readonly publications: Publications,
    private readonly issuer: Issuer,
    private readonly box: SecretBox,
    private readonly uow: UnitOfWork,
    private readonly templates: CertificateTemplates,
  ) {}

  /** Records the intent to issue a certificate for an achievement; returns its number. */
  async record(tx: Tx, achievementId: string, sources: AwardSources, intendedAt: Instant): Promise<CertificateNumber> {
    const { award, achievedAt, scheme, roleNo, skills, card, personId } = sources;
    const number = await this.nextNumber(tx, seriesOf({ achievedAt, roleNo, level: scheme.level }));
    const expiresAt = registrationEndsAt(intendedAt, scheme.body.registrationValidityMonths);
    const { id, code, version, level, body } = scheme;
    const unsigned = unsignedCredential({
      number,
      publicUrl: this.config.publicUrl,
      issuer: { did: this.issuer.did, name: ISSUER_NAME },
      holder: { name: card.legalName, latinName: card.legalNamePinyin },
      scheme: { id, code, version, level, title: body.title },
      skills,
      award,
      achievedAt,
      validFrom: intendedAt,
      validUntil: expiresAt,
      status: await this.publications.allocateStatus(tx, number),
    });
    await this.certificates.addIntent(tx, {
      number,
      achievementId,
      personId,
      institutionId: card.institutionId,
      holderName: card.legalName,
      title: body.title,
      level,
      unsignedBytes: canonicalJson(unsigned),
      codeSealed: this.box.seal(CODE_PURPOSE, number, randomToken(CODE_BYTES)),
      intendedAt,
      expiresAt,
      logSalt: randomSalt(SALT_BYTES),
      replaces: null,
      replacesReason: null,
      templateVersionId: await this.templates.currentFor(tx, scheme.id),
    });
    return number;
  }

  /** Records the intent to put another certificate with another name in the place of one that is valid; returns the new number. */
  recordRenamed(tx: Tx, replaced: CertificateRecord, { reason, ...renaming }: Renaming): Promise<CertificateNumber> {
    const { number, expiresAt } = replaced;
    return this.recordSuccessor(tx, replaced, { ...renaming, expiresAt, replaces: { number, reason } });
  }

  /**
   * Records the intent to issue another certificate for the achievement of `before`, with another holder's name, another end of the
   * registration, or both; returns the new number. `replaces`: whose place it takes; null beside one that is revoked already.
   */
  async recordSuccessor(tx: Tx, before: CertificateRecord, successor: Successor): Promise<CertificateNumber> {
    const { holder, institutionId, intendedAt, expiresAt, replaces } = successor;
    const number = await this.nextNumber(tx, seriesOfNumber(before.number));
    const unsigned = renamedCredential(JSON.parse(before.unsignedBytes) as UnsignedCredential, {
      number,
      publicUrl: this.config.publicUrl,
      issuer: { did: this.issuer.did, name: ISSUER_NAME },
      holder,
      validFrom: intendedAt,
      validUntil: expiresAt,
      status: await this.publications.allocateStatus(tx, number),
    });
    const { achievementId, personId, title, level } = before;
    await this.certificates.addIntent(tx, {
      ...{ number, achievementId, personId, institutionId, title, level, intendedAt, expiresAt },
      holderName: holder.name,
      unsignedBytes: canonicalJson(unsigned),
      codeSealed: this.box.seal(CODE_PURPOSE, number, randomToken(CODE_BYTES)),
      logSalt: randomSalt(SALT_BYTES),
      replaces: replaces?.number ?? null,
      replacesReason: replaces?.reason ?? null,
      templateVersionId: before.templateVersionId,
    });
    return number;
  }

  /** The verification code of a certificate. */
  codeOf({ number, codeSealed }: Pick<CertificateRecord, 'number' | 'codeSealed'>): string {
    return this.box.open(CODE_PURPOSE, number, codeSealed).toString('utf8');
  }

  /**
   * The same certificate under a number that nobody wrote down before: what issuing would be without its protection. Only the fault
   * tests' switch `without:number-first` leads here.
   */
  async withUnrecordedNumber(certificate: CertificateRecord): Promise<CertificateRecord> {
    return this.uow.run(async (tx) => {
      const number = await this.nextNumber(tx, seriesOfNumber(certificate.number));
      const status = await this.publications.allocateStatus(tx, number);
      const unsigned = JSON.parse(certificate.unsignedBytes.replaceAll(certificate.number, number)) as object;
      return { ...certificate, number, unsignedBytes: canonicalJson({ ...unsigned, credentialStatus: status }) };
    });
  }

  private async nextNumber(tx: Tx, series: string): Promise<CertificateNumber> {
    return numberInSeries(series, await this.certificates.nextSerial(tx, series));
  }
}
