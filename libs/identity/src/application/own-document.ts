import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, toIso } from '@hz/kernel';
import { NotFound, SecretBox, UnitOfWork } from '@hz/platform';
import { DocumentNotValid, type DocumentType, type IdentityDocument } from '../contract';
import { isDocumentNumber, maskedNumber, normalizedNumber } from '../domain/identity-document';
import { PeopleRepository } from '../persistence/people.repository';
import type { SignedIn } from './own-account';

const PURPOSE = 'identity-document';

/** The identity document of a person: encrypted, found by blind index, masked on screen; each reading is audited (P10). */
@Injectable()
export class OwnDocument {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: PeopleRepository,
    private readonly box: SecretBox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws DocumentNotValid, DocumentTaken. */
  async put(who: SignedIn, { type, number }: IdentityDocument): Promise<{ type: DocumentType; masked: string }> {
    const plain = normalizedNumber(number);
    const now = this.clock.now();
    if (!isDocumentNumber(type, plain, toIso(now).slice(0, 10))) throw new DocumentNotValid();
    const masked = maskedNumber(plain);
    await this.uow.run(async (tx) => {
      await this.people.putDocument(tx, {
        personId: who.personId,
        type,
        numberEncrypted: this.box.seal(PURPOSE, who.personId, plain),
        numberIndex: this.box.blindIndex(PURPOSE, `${type}:${plain}`),
        masked,
        recordedAt: now,
      });
      await this.audit.record(tx, who, 'identity.document-recorded', { type: 'person', id: who.personId }, { type });
    });
    return { type, masked };
  }

  /** The whole number, for its owner. Throws NotFound when none is recorded. */
  async reveal(who: SignedIn): Promise<IdentityDocument> {
    const document = await this.people.document(who.personId);
    if (document === null) throw new NotFound();
    await this.uow.run((tx) =>
      this.audit.record(tx, who, 'identity.document-read', { type: 'person', id: who.personId }, { reason: 'own' }),
    );
    return {
      type: document.type,
      number: this.box.open(PURPOSE, who.personId, document.numberEncrypted).toString('utf8'),
    };
  }
}
