import {
  makePageKey,
  openPaper,
  paperDigest,
  type PageKey,
  type PaperKeys,
  type PaperRef,
} from '@hz/delivery/contract';
import type { Item } from './candidate';

/** Papers that were opened: one opens alike for all who hold its keys, and thousands of readers share this processor. */
const opened = new Map<string, Promise<Item[]>>();

/** A page that has fetched a sealed paper and opens it with the keys that the start gives to it alone. */
export class PaperReader {
  private constructor(
    private readonly page: PageKey,
    private readonly file: Uint8Array<ArrayBuffer>,
    private readonly digest: string,
  ) {}

  /** Throws when the file is not the one that was named. */
  static async of({ digest }: PaperRef, file: Uint8Array): Promise<PaperReader> {
    const bytes = new Uint8Array(file);
    if ((await paperDigest(bytes)) !== digest) throw new Error(`the paper is not ${digest}`);
    return new PaperReader(await makePageKey(), bytes, digest);
  }

  get pageKey(): string {
    return this.page.publicKey;
  }

  /** The items of the sections that may be read. Rejects on keys that are not meant for this page and attempt. */
  async items(attemptId: string, keys: PaperKeys): Promise<Item[]> {
    const sections = await this.page.unwrap(attemptId, keys);
    const name = [this.digest, ...sections.keys()].join(' ');
    if (!opened.has(name)) opened.set(name, this.open(sections));
    return opened.get(name)!;
  }

  private async open(sections: Awaited<ReturnType<PageKey['unwrap']>>): Promise<Item[]> {
    const form = await openPaper(this.file, sections);
    return form.sections.flatMap(({ items }) => items.map(({ ref, body }) => ({ ref, interaction: body.interaction })));
  }
}
