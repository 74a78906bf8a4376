import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Forms } from '@hz/assembly';
import { Clock, type FormId, type SessionId } from '@hz/kernel';
import { CONFIG, SecretBox, UnitOfWork, type Config } from '@hz/platform';
import { PaperDamaged, PaperNotFound, paperPath, type PaperRef } from '../contract';
import { SealedPaperRepository } from '../persistence/sealed-paper.repository';
import { sealForm } from './seal-form';
import { keysOf, keysText } from './wrap-keys';

/** A paper and its keys, as this process holds them. */
export interface Paper extends Pick<PaperRef, 'digest' | 'bytes'> {
  readonly keys: ReadonlyMap<string, Buffer>;
}

const PURPOSE = 'paper-keys';
const MAX_FILES = 32;
const MAX_PAPERS = 500;

/**
 * Sealed papers: made once, then only read. They never change, so that each process keeps what it has read: at the start of a session no
 * query asks for a paper or its keys.
 */
@Injectable()
export class SealedPapers {
  private readonly papers = new Map<string, Paper>();
  private readonly files = new Map<string, Buffer>();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly repository: SealedPaperRepository,
    private readonly forms: Forms,
    private readonly box: SecretBox,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'paperBaseUrl'>,
  ) {}

  /** Seals the form for the session, unless that was done: of several at once the first stays (P2). Throws FormNotFound. */
  async seal(sessionId: SessionId, formId: FormId): Promise<PaperRef> {
    return this.refOf(await this.opened(sessionId, formId));
  }

  /** The paper with its keys, for those who hand them out. Seals the form where that was not done yet. Throws FormNotFound. */
  async opened(sessionId: SessionId, formId: FormId): Promise<Paper> {
    const name = `${sessionId}/${formId}`;
    const kept = this.papers.get(name);
    if (kept !== undefined) return kept;
    let facts = await this.repository.factsOf(sessionId, formId);
    if (facts === null) {
      await this.add(sessionId, formId);
      facts = (await this.repository.factsOf(sessionId, formId))!;
    }
    const { digest, bytes, sectionKeysEncrypted } = facts;
    const paper = { digest, bytes, keys: keysOf(this.box.open(PURPOSE, digest, sectionKeysEncrypted)) };
    keep(this.papers, MAX_PAPERS, name, paper);
    return paper;
  }

  /** The file under its digest. Throws PaperNotFound, and PaperDamaged where the stored bytes are no longer those that were sealed. */
  async file(digest: string): Promise<Buffer> {
    const kept = this.files.get(digest);
    if (kept !== undefined) return kept;
    const content = await this.repository.content(digest);
    if (content === null) throw new PaperNotFound();
    if (createHash('sha256').update(content).digest('hex') !== digest) throw new PaperDamaged({ digest });
    keep(this.files, MAX_FILES, digest, content);
    return content;
  }

  /** The digests of a session's papers. */
  ofSession(sessionId: SessionId): Promise<string[]> {
    return this.repository.digestsOf(sessionId);
  }

  private refOf({ digest, bytes }: Paper): PaperRef {
    const { paperBaseUrl } = this.config;
    return { digest, bytes, url: paperBaseUrl === undefined ? paperPath(digest) : `${paperBaseUrl}/${digest}` };
  }

  private async add(sessionId: SessionId, formId: FormId): Promise<void> {
    const { file, digest, language, keys } = sealForm(sessionId, await this.forms.candidateForm(formId));
    const sectionKeysEncrypted = this.box.seal(PURPOSE, digest, keysText(keys));
    const row = { digest, sessionId, formId, language, content: file, sectionKeysEncrypted };
    await this.uow.run((tx) => this.repository.addOnce(tx, { ...row, sealedAt: this.clock.now() }));
  }
}

function keep<Value>(map: Map<string, Value>, most: number, name: string, value: Value): void {
  if (map.size >= most) map.delete(map.keys().next().value!);
  map.set(name, value);
}
