import { Injectable } from '@nestjs/common';
import { Framework } from '@hz/competency';
import { People } from '@hz/identity';
import { maskedName, type UnsignedCredential } from '@hz/verification/contract';
import { PublicPageNotFound, type PublicPage } from '../../contract';
import { PublicPageRepository } from '../../persistence/public-page.repository';
import { ShowableCertificates } from './my-public-page';

/** A holder's page for everybody: what the holder ticked and nothing else. A page that is off reads as one that never was. */
@Injectable()
export class PublicPages {
  constructor(
    private readonly pages: PublicPageRepository,
    private readonly showable: ShowableCertificates,
    private readonly people: People,
    private readonly framework: Framework,
  ) {}

  /** Throws PublicPageNotFound. */
  async run(slug: string): Promise<PublicPage> {
    const page = await this.pages.shownAt(slug);
    if (page === null) throw new PublicPageNotFound();
    const { legalName } = await this.people.card(page.personId);
    const certificates = (await this.showable.of(page.personId)).filter(({ achievementId }) =>
      page.achievementIds.includes(achievementId),
    );
    const examined = new Set(certificates.flatMap(({ unsignedBytes }) => skillsOf(unsignedBytes)));
    const skills = page.skillsShown ? await this.framework.skills() : [];
    return {
      name: page.nameShown === 'whole' ? legalName : maskedName(legalName),
      certificates: certificates.map(({ number, title, level, status, intendedAt, issuedAt, expiresAt }) => ({
        ...{ number, title, level, status, expiresAt },
        issuedAt: issuedAt === null ? null : intendedAt,
      })),
      skills: skills.filter(({ id }) => examined.has(id)).map(({ id, name }) => ({ id, name })),
    };
  }
}

const skillsOf = (unsignedBytes: string): string[] =>
  (JSON.parse(unsignedBytes) as UnsignedCredential).credentialSubject.achievement.alignment.map(
    ({ targetCode }) => targetCode,
  );
