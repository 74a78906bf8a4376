import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '@hz/platform';
import type { FormId, SessionId } from '@hz/kernel';
import { SealedPaperRow } from './sealed-paper.entity';

/** A paper without its content. */
export interface PaperFacts {
  readonly digest: string;
  readonly bytes: number;
  readonly sectionKeysEncrypted: Buffer;
}

@Injectable()
export class SealedPaperRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Where there is a paper already, that one stays (P2). Returns whether this call added it. */
  async addOnce(tx: Tx, row: SealedPaperRow): Promise<boolean> {
    const added = await tx
      .createQueryBuilder()
      .insert()
      .into(SealedPaperRow)
      .values(row)
      .orIgnore()
      .returning('digest')
      .execute();
    return (added.raw as unknown[]).length > 0;
  }

  async factsOf(sessionId: SessionId, formId: FormId): Promise<PaperFacts | null> {
    const [row] = await this.uow.read.query<{ digest: string; bytes: number; keys: Buffer }[]>(
      `SELECT digest, length(content) AS bytes, section_keys_encrypted AS keys FROM delivery.sealed_paper
        WHERE session_id = $1 AND form_id = $2 ORDER BY sealed_at LIMIT 1`,
      [sessionId, formId],
    );
    return row === undefined ? null : { digest: row.digest, bytes: row.bytes, sectionKeysEncrypted: row.keys };
  }

  async content(digest: string): Promise<Buffer | null> {
    const [row] = await this.uow.read.query<{ content: Buffer }[]>(
      'SELECT content FROM delivery.sealed_paper WHERE digest = $1',
      [digest],
    );
    return row?.content ?? null;
  }

  async digestsOf(sessionId: SessionId): Promise<string[]> {
    const rows = await this.uow.read.query<{ digest: string }[]>(
      'SELECT digest FROM delivery.sealed_paper WHERE session_id = $1 ORDER BY digest',
      [sessionId],
    );
    return rows.map(({ digest }) => digest);
  }
}
