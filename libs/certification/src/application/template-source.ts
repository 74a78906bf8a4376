import { Injectable } from '@nestjs/common';
import type { Drawing } from '@hz/platform';
import { BUILT_IN_TEMPLATE, type TemplateBody } from '../contract';

export interface PrintableTemplate {
  readonly body: TemplateBody;
  /** The pictures that the body names, by their hash. */
  readonly pictures: Drawing['pictures'];
}

/** Where the printer takes templates from. */
@Injectable()
export class TemplateSource {
  async forPrinting(_versionId: string | null): Promise<PrintableTemplate> {
    return { body: BUILT_IN_TEMPLATE, pictures: {} };
  }
}
