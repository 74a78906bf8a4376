import { Injectable } from '@nestjs/common';
import { isUuid } from '@hz/kernel';
import { SchemeNotFound, type SchemeFilter, type SchemeView } from '../contract';
import { SchemeRepository } from '../persistence/scheme.repository';

/** Certification schemes, for reading. */
@Injectable()
export class Schemes {
  constructor(private readonly repository: SchemeRepository) {}

  /** The published version of each scheme, by role and from junior to senior. */
  published(filter: SchemeFilter = {}): Promise<SchemeView[]> {
    return this.repository.published(filter);
  }

  /** The published version of the scheme with this id or code. Throws SchemeNotFound. */
  async byIdOrCode(idOrCode: string): Promise<SchemeView> {
    return found(await this.repository.publishedOf(idOrCode), idOrCode);
  }

  /** A version, whatever became of its scheme since. Throws SchemeNotFound. */
  async versionById(versionId: string): Promise<SchemeView> {
    return found(isUuid(versionId) ? await this.repository.versionById(versionId) : null, versionId);
  }
}

function found(scheme: SchemeView | null, wanted: string): SchemeView {
  if (scheme === null) throw new SchemeNotFound({ scheme: wanted });
  return scheme;
}
