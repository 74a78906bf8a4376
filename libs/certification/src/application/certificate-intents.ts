import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson, checkCharacterOf, type CertificateNumber, type Instant } from '@hz/kernel';
import { CONFIG, randomToken, SecretBox, UnitOfWork, type Config, type Tx } from '@hz/platform';
import { Issuer, ISSUER_NAME, Publications } from '@hz/verification';
import { certificateNumber, seriesOf } from '../domain/certificate-number';
import type { CertificateRecord } from '../domain/certificate-record';
import { registrationEndsAt } from '../domain/registration-validity';
import { unsignedCredential } from '../domain/unsigned-credential';
import { CertificateRepository } from '../persistence/certificate.repository';
import type { AwardSources } from './award-sources';

const CODE_BYTES = 16;
const CODE_PURPOSE = 'verification-code';

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
  ) {}

  /** Records the intent to issue a certificate for an achievement; returns its number. */
  async record(tx: Tx, achievementId: string, sources: AwardSources, intendedAt: Instant): Promise<CertificateNumber> {
    const { award, achievedAt, scheme, roleNo, skills, card, personId } = sources;
    const place = { achievedAt, roleNo, level: scheme.level };
    const serial = await this.certificates.nextSerial(tx, seriesOf(place));
    const number = certificateNumber({ ...place, serial });
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
    const series = certificate.number.split('-').slice(0, 3).join('-');
    return this.uow.run(async (tx) => {
      const serial = await this.certificates.nextSerial(tx, series);
      const body = `${series}-${String(serial).padStart(6, '0')}`;
      const number = `${body}-${checkCharacterOf(body)}` as CertificateNumber;
      const status = await this.publications.allocateStatus(tx, number);
      const unsigned = JSON.parse(certificate.unsignedBytes.replaceAll(certificate.number, number)) as object;
      return { ...certificate, number, unsignedBytes: canonicalJson({ ...unsigned, credentialStatus: status }) };
    });
  }
}
