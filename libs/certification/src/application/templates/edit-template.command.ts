import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, type Principal } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { TemplateHasChanged, TemplateNotFound, type TemplateBody, type TemplateDraft } from '../../contract';
import { TemplateRepository } from '../../persistence/template.repository';
import { CertificateTemplates } from './certificate-templates';
import { TemplateList } from './template-list.query';

/** Saves what somebody edits. Nothing is printed with it before it is published. */
@Injectable()
export class SaveTemplateDraft {
  constructor(
    private readonly list: TemplateList,
    private readonly current: CertificateTemplates,
    private readonly templates: TemplateRepository,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Throws TemplateNotFound, PictureNotFound, and TemplateHasChanged when another save came in between. */
  async run(scope: string, { body, revision }: TemplateDraft): Promise<{ revision: number }> {
    await this.list.one(scope);
    await this.current.withPictures(body);
    await this.uow.run(async (tx) => {
      if (!(await this.templates.saveDraft(tx, scope, body, revision, this.clock.now())))
        throw new TemplateHasChanged();
    });
    return { revision: revision + 1 };
  }
}

/** Makes a draft the version that certificates are printed with from now on. Certificates that are there keep theirs (P5). */
@Injectable()
export class PublishTemplate {
  constructor(
    private readonly templates: TemplateRepository,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws TemplateNotFound when there is no draft, and TemplateHasChanged when it is not the one that was looked at. */
  run(who: Principal, scope: string, revision: number): Promise<{ version: number }> {
    return this.uow.run(async (tx) => {
      const draft = await this.templates.lockDraft(tx, scope);
      if (draft === null) throw new TemplateNotFound({ template: scope });
      if (draft.revision !== revision) throw new TemplateHasChanged();
      const { id, version } = await this.templates.publish(
        tx,
        scope,
        draft.body satisfies TemplateBody,
        this.clock.now(),
      );
      await this.templates.removeDraft(tx, scope);
      const object = { type: 'certificate-template', id };
      await this.audit.record(tx, who, 'certification.template-published', object, { scope, version });
      return { version };
    });
  }
}
