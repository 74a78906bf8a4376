import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { actorOf, Clock, type CertificateNumber, type Principal } from '@hz/kernel';
import { Outbox, UnitOfWork, type Tx } from '@hz/platform';
import {
  appealDecided,
  AppealDecidedAlready,
  AppealNotFound,
  AppealOfOwnDecision,
  certificateIntended,
  CertificateNotFound,
  type AppealDecision,
} from '../../contract';
import { restoredUntil } from '../../domain/appeal';
import { AppealRepository } from '../../persistence/appeal.repository';
import { CertificateRepository } from '../../persistence/certificate.repository';
import { StatusChangeRepository } from '../../persistence/status-change.repository';
import { CertificateIntents } from '../certificate-intents';
import { signedIn } from '../own-certificate';

/** Issues anew what was revoked wrongly: under another number, because a revocation stays in the status list and in the log for ever. */
@Injectable()
export class RestoreCertificate {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly intents: CertificateIntents,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, number: CertificateNumber): Promise<CertificateNumber> {
    const revoked = await this.certificates.lock(tx, number);
    if (revoked === null || revoked.revokedAt === null) throw new CertificateNotFound({ number });
    const before = JSON.parse(revoked.unsignedBytes) as {
      credentialSubject: { identifier: { identityType: string; identityHash: string }[] };
    };
    const latin = before.credentialSubject.identifier.find(({ identityType }) => identityType !== 'name');
    const now = this.clock.now();
    const restored = await this.intents.recordSuccessor(tx, revoked, {
      holder: { name: revoked.holderName, latinName: latin?.identityHash ?? null },
      institutionId: revoked.institutionId,
      intendedAt: now,
      expiresAt: restoredUntil(revoked.expiresAt, revoked.revokedAt, now),
      replaces: null,
    });
    await this.outbox.publish(tx, certificateIntended({ number: restored }));
    return restored;
  }
}

/** Decides an appeal against a revocation, once, with a reason, and never by who revoked. */
@Injectable()
export class DecideAppeal {
  constructor(
    private readonly appeals: AppealRepository,
    private readonly changes: StatusChangeRepository,
    private readonly restore: RestoreCertificate,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws AppealNotFound, AppealDecidedAlready, AppealOfOwnDecision. */
  async run(who: Principal, id: string, { uphold, reason }: AppealDecision): Promise<void> {
    const { accountId } = signedIn(who);
    const found = await this.appeals.byId(id);
    if (found === null) throw new AppealNotFound();
    if (await isOwnRevocation(this.changes, who, found.number)) throw new AppealOfOwnDecision();
    await this.uow.run(async (tx) => {
      const appeal = await this.appeals.lock(tx, id);
      if (appeal?.status !== 'open') throw new AppealDecidedAlready();
      const { number, personId } = appeal;
      const newNumber = uphold ? await this.restore.run(tx, number) : null;
      const outcome = uphold ? ('upheld' as const) : ('refused' as const);
      await this.appeals.decide(tx, id, { status: outcome, reason, by: accountId, at: this.clock.now(), newNumber });
      const details = { number, reason, ...(newNumber !== null && { newNumber }) };
      await this.audit.record(tx, who, `certification.appeal-${outcome}`, { type: 'appeal', id }, details);
      await this.outbox.publish(tx, appealDecided({ appealId: id, number, personId, outcome, reason, newNumber }));
    });
  }
}

/** Whether it was this caller who revoked the certificate. */
export async function isOwnRevocation(
  changes: StatusChangeRepository,
  who: Principal,
  number: string,
): Promise<boolean> {
  const revocation = (await changes.ofNumber(number)).find(({ kind }) => kind === 'revoke');
  return revocation?.by === actorOf(who);
}
