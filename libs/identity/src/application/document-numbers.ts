import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import type { PersonId, Principal } from '@hz/kernel';
import { SecretBox, UnitOfWork } from '@hz/platform';
import type { IdentityDocument } from '../contract';
import { PeopleRepository } from '../persistence/people.repository';

const PURPOSE = 'identity-document';

/** Whole numbers of identity documents, for registers that the law wants them in. Each reading of each person is audited (P10). */
@Injectable()
export class DocumentNumbers {
  constructor(
    private readonly people: PeopleRepository,
    private readonly box: SecretBox,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** By person; who has recorded none is not in it. `reason` stands in the audit trail. */
  async of(who: Principal, ids: readonly PersonId[], reason: string): Promise<Map<PersonId, IdentityDocument>> {
    const found = new Map<PersonId, IdentityDocument>();
    for (const id of ids) {
      const document = await this.people.document(id);
      if (document === null) continue;
      const number = this.box.open(PURPOSE, id, document.numberEncrypted).toString('utf8');
      found.set(id, { type: document.type, number });
    }
    await this.uow.run((tx) =>
      this.audit.recordEach(
        tx,
        [...found.keys()].map((id) => ({
          who,
          action: 'identity.document-read',
          object: { type: 'person', id },
          details: { reason },
        })),
      ),
    );
    return found;
  }
}
