import { Injectable } from '@nestjs/common';
import type { FormId } from '@hz/kernel';
import { FormNotFound } from '../contract';
import type { KeySheet } from '../domain/key-sheet';
import { FormRepository } from '../persistence/form.repository';

/** The keys of forms, behind a door of their own: only those named in boundaries.json may import it (P3). */
@Injectable()
export class KeySheets {
  constructor(private readonly forms: FormRepository) {}

  /** Throws FormNotFound. */
  async of(formId: FormId): Promise<KeySheet> {
    const row = await this.forms.keySheet(formId);
    if (row === null) throw new FormNotFound();
    return row.body;
  }
}
