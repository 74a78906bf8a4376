import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { People } from '@hz/identity';
import { Clock, type CertificateNumber, type Principal } from '@hz/kernel';
import { Outbox, UnitOfWork } from '@hz/platform';
import { CannotRenewYet, certificateIntended, CertificateNotFound } from '../../contract';
import { CertificateRepository } from '../../persistence/certificate.repository';
import { EducationRepository } from '../../persistence/education.repository';
import { RenewalRepository } from '../../persistence/renewal.repository';
import { CertificateIntents } from '../certificate-intents';
import { OwnCertificate } from '../own-certificate';
import { RenewalBasisReader, RenewalStates } from './renewal-state';

const REASON = '注册续期 / Registration renewed';

/** Collaborators that write, together, so that the use case stays readable. */
@Injectable()
export class RenewalWriter {
  constructor(
    readonly certificates: CertificateRepository,
    readonly renewals: RenewalRepository,
    readonly education: EducationRepository,
    readonly intents: CertificateIntents,
    readonly outbox: Outbox,
    readonly audit: AuditTrail,
  ) {}
}

/**
 * Renews the registration of the own certificate: a new number with a new end takes the place of the former one as soon as it is published.
 * The achievement stays what it was. The hours that made it possible are counted for it and for no other.
 */
@Injectable()
export class RenewRegistration {
  constructor(
    private readonly own: OwnCertificate,
    private readonly basis: RenewalBasisReader,
    private readonly states: RenewalStates,
    private readonly people: People,
    private readonly write: RenewalWriter,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The new number; a repeat gives the same (P2). Throws CertificateNotFound, CannotRenewYet with what is missing. */
  async run(who: Principal, number: string): Promise<{ number: CertificateNumber }> {
    const certificate = await this.own.of(who, number);
    const [basis, card] = await Promise.all([this.basis.of(certificate), this.people.card(certificate.personId)]);
    const { certificates, renewals, education, intents, outbox, audit } = this.write;
    return this.uow.run(async (tx) => {
      const locked = await certificates.lock(tx, number);
      if (locked === null) throw new CertificateNotFound();
      const begun = await certificates.replacementOf(tx, locked.number);
      if (begun !== null && (await renewals.isRenewal(tx, begun))) return { number: begun };
      const records = await education.lockOfAchievement(tx, locked.achievementId);
      const state = { renewedAs: null, beingReplaced: begun !== null };
      const view = this.states.view(locked, basis, records, state);
      if (view.obstacles.length > 0) throw new CannotRenewYet({ number, obstacles: view.obstacles.join(' ') });
      const now = this.clock.now();
      const renewed = await intents.recordSuccessor(tx, locked, {
        holder: { name: card.legalName, latinName: card.legalNamePinyin },
        institutionId: card.institutionId,
        intendedAt: now,
        expiresAt: view.renewedUntil as typeof now,
        replaces: { number: locked.number, reason: REASON },
      });
      const counted = records.filter(
        (record) => record.status === 'approved' && record.countedIn === null && record.completedOn >= basis.countsFrom,
      );
      await education.count(
        tx,
        counted.map(({ id }) => id),
        renewed,
      );
      const { achievementId, expiresAt: formerEnd } = locked;
      const { approved: hours } = view.hours;
      await renewals.add(tx, {
        ...{ number: renewed, renewedNumber: locked.number, achievementId, formerEnd, hours },
        renewedAt: now,
      });
      const object = { type: 'certificate', id: number };
      await audit.record(tx, who, 'certification.registration-renewed', object, { successor: renewed, hours });
      await outbox.publish(tx, certificateIntended({ number: renewed }));
      return { number: renewed };
    });
  }
}
