import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { People } from '@hz/identity';
import { Clock, type PersonId, type Principal } from '@hz/kernel';
import { CONFIG, randomToken, UnitOfWork, type Config } from '@hz/platform';
import { maskedName } from '@hz/verification/contract';
import { chosenSlugSchema, SlugTaken, type MyPublicPage, type PublicPageInput } from '../../contract';
import { statusAt } from '../../domain/certificate-record';
import { currentOfEach, RANDOM_SLUG_LENGTH } from '../../domain/public-page';
import { CertificateRepository } from '../../persistence/certificate.repository';
import { PublicPageRepository, type PublicPageRow } from '../../persistence/public-page.repository';
import { signedIn } from '../own-certificate';

const SLUG_BYTES = 16;

/** The certificates that a page can tell of, as they are now. */
@Injectable()
export class ShowableCertificates {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly clock: Clock,
  ) {}

  async of(personId: PersonId) {
    const now = this.clock.now();
    return currentOfEach(
      (await this.certificates.ofPerson(personId)).map((record) => ({ ...record, status: statusAt(record, now) })),
    );
  }
}

/** The holder's own page: off until it is asked for, and off again at once. */
@Injectable()
export class MyPublicPages {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    private readonly pages: PublicPageRepository,
    private readonly showable: ShowableCertificates,
    private readonly people: People,
  ) {}

  async run(who: Principal): Promise<MyPublicPage> {
    const { personId } = signedIn(who);
    const [page, certificates, card] = await Promise.all([
      this.pages.ofPerson(personId),
      this.showable.of(personId),
      this.people.card(personId),
    ]);
    return {
      shown: page?.shown ?? false,
      url: page?.shown === true ? `${this.config.publicUrl}/p/${page.slug}` : null,
      slug: page === null || isRandom(page) ? null : page.slug,
      nameShown: page?.nameShown ?? 'masked',
      skillsShown: page?.skillsShown ?? false,
      name: { whole: card.legalName, masked: maskedName(card.legalName) },
      achievements: certificates.map(({ achievementId, number, title, level, status }) => ({
        id: achievementId,
        ...{ number, title, level, status },
        ticked: page?.achievementIds.includes(achievementId) ?? false,
      })),
    };
  }
}

/** Whether an address was made of random characters: one that was chosen has no capitals, and is not made by chance without them. */
const isRandom = ({ slug }: PublicPageRow): boolean =>
  slug.length === RANDOM_SLUG_LENGTH && !chosenSlugSchema.safeParse(slug).success;

/** A holder shows a page, changes it, or takes it back. Only the own achievements can be ticked. */
@Injectable()
export class PutPublicPage {
  constructor(
    private readonly pages: PublicPageRepository,
    private readonly showable: ShowableCertificates,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** An address that nobody can guess stays the same while the page is shown, and is another after it was taken back. Throws SlugTaken. */
  async run(who: Principal, input: PublicPageInput): Promise<void> {
    const { personId } = signedIn(who);
    const [before, certificates] = await Promise.all([this.pages.ofPerson(personId), this.showable.of(personId)]);
    const kept = before !== null && before.shown && isRandom(before) ? before.slug : randomToken(SLUG_BYTES);
    const own = new Set(certificates.map(({ achievementId }) => achievementId));
    const page = {
      personId,
      slug: input.slug ?? kept,
      shown: input.shown,
      nameShown: input.nameShown,
      achievementIds: input.achievementIds.filter((id) => own.has(id)),
      skillsShown: input.skillsShown,
    };
    await this.uow.run(async (tx) => {
      if (!(await this.pages.put(tx, page, this.clock.now()))) throw new SlugTaken();
      const { nameShown, skillsShown, achievementIds } = page;
      const action = page.shown ? 'certification.public-page-shown' : 'certification.public-page-hidden';
      const object = { type: 'person', id: personId };
      await this.audit.record(tx, who, action, object, { nameShown, skillsShown, achievementIds });
    });
  }
}
