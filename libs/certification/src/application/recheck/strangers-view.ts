import { trustOf, verify, type Options, type Report, type Trust } from '@hengzheng/verifier';
import { Injectable } from '@nestjs/common';
import { Clock, toIso } from '@hz/kernel';
import { LogDocuments } from '@hz/transparency';
import { Issuer, PublicDocuments } from '@hz/verification';
import { PdfSigningKey } from '../pdf-signing-key';
import { pemOf } from '../x509';

/** The two lists of a number, by their addresses. */
const LIST = /\/status-lists\/(\d+)(\/suspension)?$/;

/** What somebody has who gets everything from the public addresses, and checks with the verifier that we give to strangers. */
export interface StrangersView {
  check(input: string | Uint8Array<ArrayBuffer>, logProofs: readonly string[]): Promise<Report>;
}

/** Makes the view of a stranger of this moment. It relies on nothing that the issuer knows beyond what it publishes. */
@Injectable()
export class StrangersViews {
  constructor(
    private readonly issuer: Issuer,
    private readonly documents: PublicDocuments,
    private readonly log: LogDocuments,
    private readonly pdfKey: PdfSigningKey,
    private readonly clock: Clock,
  ) {}

  async open(): Promise<StrangersView> {
    const trust = await this.trust();
    const lists = new Map<string, Promise<string>>();
    const fetchList = (url: string): Promise<string> => {
      const known = lists.get(url) ?? this.list(url);
      lists.set(url, known);
      return known;
    };
    return {
      check: (input, logProofs) => {
        const options: Options = { now: this.clock.now(), fetchList, logProofs, requireLog: true };
        return verify(input, trust, options);
      },
    };
  }

  private async trust(): Promise<Trust> {
    return trustOf({
      issuers: [
        { url: this.issuer.publicUrl, didDocument: JSON.parse(await this.documents.issuerDocument()) as object },
      ],
      logKeys: (await this.log.keys()).split('\n').filter((line) => line !== ''),
      pdfRoots: (await this.pdfKey.roots()).map(pemOf),
      retrievedAt: toIso(this.clock.now()),
    });
  }

  private async list(url: string): Promise<string> {
    const [, id, suspension] = LIST.exec(url) ?? [];
    return this.documents.statusList(Number(id), suspension === undefined ? 'revocation' : 'suspension');
  }
}
