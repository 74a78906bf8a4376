import { Injectable } from '@nestjs/common';
import { Schemes } from '@hz/competency';
import type { LocalizedText } from '@hz/kernel';
import {
  BUILT_IN_TEMPLATE,
  DEFAULT_SCOPE,
  TemplateNotFound,
  type TemplateSummary,
  type TemplateView,
} from '../../contract';
import { TemplateRepository } from '../../persistence/template.repository';

const DEFAULT_TITLE: LocalizedText = { zh: '默认模板', en: 'Default template' };

/** The templates of certificates, for those who look after them: the default one, and one for each scheme that can be certified. */
@Injectable()
export class TemplateList {
  constructor(
    private readonly templates: TemplateRepository,
    private readonly schemes: Schemes,
  ) {}

  async all(): Promise<TemplateSummary[]> {
    return (await this.views()).map(({ body: _body, revision: _revision, ...summary }) => summary);
  }

  /** What is being edited: the draft, else what is in force. Throws TemplateNotFound for a scheme that is not there. */
  async one(scope: string): Promise<TemplateView> {
    const found = (await this.views()).find((view) => view.scope === scope);
    if (found === undefined) throw new TemplateNotFound({ template: scope });
    return found;
  }

  private async views(): Promise<TemplateView[]> {
    const [schemes, newest, drafts] = await Promise.all([
      this.schemes.published(),
      this.templates.newest(),
      this.templates.drafts(),
    ]);
    const inForce = newest.find(({ scope }) => scope === DEFAULT_SCOPE)?.body ?? BUILT_IN_TEMPLATE;
    const scopes = [
      { scope: DEFAULT_SCOPE, title: DEFAULT_TITLE },
      ...schemes.map(({ id, body }) => ({ scope: id, title: body.title })),
    ];
    return scopes.map(({ scope, title }) => {
      const published = newest.find((version) => version.scope === scope);
      const draft = drafts.find((one) => one.scope === scope);
      return {
        scope,
        title,
        version: published?.version ?? null,
        publishedAt: published?.publishedAt ?? null,
        hasDraft: draft !== undefined,
        body: draft?.body ?? published?.body ?? inForce,
        revision: draft?.revision ?? 0,
      };
    });
  }
}
