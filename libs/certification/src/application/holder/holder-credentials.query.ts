import { Injectable } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { DISCLOSURES, type Disclosure } from '@hz/verification/contract';
import { CertificateFormNotFound, CertificateNotReady, type CertificateForm } from '../../contract';
import type { CertificateRecord } from '../../domain/certificate-record';
import { shownForm } from '../../domain/shown-form';
import { VariantRepository, type StoredVariant } from '../../persistence/variant.repository';
import { OwnCertificate } from '../own-certificate';
import { Badges } from './badges';

/**
 * A certificate as its holder takes it along: as credential, as token, or baked into a badge, showing as much as the holder wants. Nothing is
 * signed here: each of these was signed and logged at issuing.
 */
@Injectable()
export class HolderCredentials {
  constructor(
    private readonly own: OwnCertificate,
    private readonly variants: VariantRepository,
    private readonly badges: Badges,
  ) {}

  /** What each form shows, in the order of `DISCLOSURES`: the one that shows everything first. Throws CertificateNotFound, CertificateNotReady. */
  async forms(who: Principal, number: string): Promise<CertificateForm[]> {
    const { record, forms } = await this.formsOf(who, number);
    if (forms.length === 0) return [shownForm('whole-score', record.credential!)];
    return DISCLOSURES.flatMap((disclosure) => {
      const form = forms.find((each) => each.disclosure === disclosure);
      return form === undefined ? [] : [shownForm(disclosure, form.credential)];
    });
  }

  /** The signed credential as its canonical JSON. Throws CertificateNotFound, CertificateNotReady, CertificateFormNotFound. */
  async credential(who: Principal, number: string, disclosure: Disclosure): Promise<string> {
    const { record, forms } = await this.formsOf(who, number);
    // What was issued before there were forms says everything.
    if (forms.length === 0 && disclosure === 'whole-score') return record.credential!;
    return formIn(forms, number, disclosure).credential;
  }

  /** The same facts as VC-JWT. Throws as `credential` does. */
  async token(who: Principal, number: string, disclosure: Disclosure): Promise<string> {
    const { forms } = await this.formsOf(who, number);
    return formIn(forms, number, disclosure).token;
  }

  /** A picture with the credential baked in. Throws as `credential` does. */
  async badge(who: Principal, number: string, disclosure: Disclosure): Promise<Buffer> {
    return this.badges.of(await this.own.of(who, number), await this.credential(who, number, disclosure));
  }

  private async formsOf(
    who: Principal,
    number: string,
  ): Promise<{ record: CertificateRecord; forms: StoredVariant[] }> {
    const record = await this.own.of(who, number);
    if (record.credential === null) throw new CertificateNotReady({ number });
    return { record, forms: await this.variants.ofNumber(number) };
  }
}

function formIn(forms: readonly StoredVariant[], number: string, disclosure: Disclosure): StoredVariant {
  const form = forms.find((each) => each.disclosure === disclosure);
  if (form === undefined) throw new CertificateFormNotFound({ number, disclosure });
  return form;
}
