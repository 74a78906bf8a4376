import { Injectable } from '@nestjs/common';
import { ContextNotFound, type StatusPurpose } from '../contract';
import { contextByName, contextNames } from './contexts';
import { Issuer } from './issuer';
import { StatusLists } from './status-lists';

/** What a stranger's software needs to check a credential of ours by itself (P7). */
@Injectable()
export class PublicDocuments {
  constructor(
    private readonly issuer: Issuer,
    private readonly lists: StatusLists,
  ) {}

  async issuerDocument(): Promise<string> {
    return JSON.stringify(await this.issuer.document());
  }

  /** Throws StatusListNotFound. */
  statusList(id: number, purpose: StatusPurpose): Promise<string> {
    return this.lists.signed(id, purpose);
  }

  contexts() {
    return contextNames.map(({ name, url }) => ({ name, url, copy: `${this.issuer.publicUrl}/contexts/${name}` }));
  }

  /** Throws ContextNotFound. */
  context(name: string): string {
    const context = contextByName(name);
    if (context === undefined) throw new ContextNotFound({ name });
    return JSON.stringify(context);
  }
}
