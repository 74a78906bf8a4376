import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { ExamItems } from '@hz/item-bank';
import { Clock, DomainError, type FormId, type ItemVersionId, type Principal } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { FormNotFound, FormOutOfDate } from '../contract';
import { FormRepository } from '../persistence/form.repository';

/** Publishes a draft form; from then on it is frozen (P5). Repeating it changes nothing. */
@Injectable()
export class PublishForm {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly forms: FormRepository,
    private readonly items: ExamItems,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws FormNotFound; FormOutOfDate when an item was retired or replaced since. */
  async run(who: Principal, { formId }: { formId: FormId }): Promise<void> {
    const draft = await this.forms.byId(formId);
    if (draft === null) throw new FormNotFound();
    const versions = draft.body.sections.flatMap(({ items }) =>
      items.map(({ itemVersionId }) => itemVersionId as ItemVersionId),
    );
    await this.refuseOutdated(versions);
    await this.uow.run(async (tx) => {
      const form = await this.forms.lock(tx, formId);
      if (form === null) throw new FormNotFound();
      if (form.status === 'published') return;
      await this.forms.publish(tx, formId, this.clock.now());
      await this.audit.record(
        tx,
        who,
        'assembly.form-published',
        { type: 'form', id: formId },
        { contentHash: form.contentHash },
      );
    });
  }

  private async refuseOutdated(versions: readonly ItemVersionId[]): Promise<void> {
    try {
      const documents = await this.items.withKeys(versions);
      if (documents.some((item) => item.versionStatus !== 'published' || item.status !== 'live'))
        throw new FormOutOfDate();
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'not-found') throw new FormOutOfDate();
      throw error;
    }
  }
}
