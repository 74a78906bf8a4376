import { Injectable } from '@nestjs/common';
import { ApiKeys } from '@hz/identity';
import { MS_PER_DAY, plus, sha256Hex, type InstitutionId, type Principal } from '@hz/kernel';
import { decodeCursor, encodeCursor, newId, NotAllowed, Outbox, SecretBox, UnitOfWork, type Page } from '@hz/platform';
import { BATCH_MAX_LINES, BatchKeyTaken, BatchNotFound, BatchSizeWrong, batchWaits, type BatchView } from '../contract';
import { institutionOf, isSandbox } from '../domain/asker';
import { batchLines } from '../domain/batch-lines';
import { BatchRepository, type BatchRow } from '../persistence/batch.repository';
import { BatchTools } from './batch-tools';

/** So long results can be fetched. */
export const BATCH_KEPT_DAYS = 7;
const RESULTS_AT_ONCE = 500;

/** Many questions of an institution at once: taken in, looked at, fetched, called off. */
@Injectable()
export class Batches {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly batches: BatchRepository,
    private readonly keys: ApiKeys,
    private readonly outbox: Outbox,
    private readonly box: SecretBox,
    private readonly tools: BatchTools,
  ) {}

  /**
   * Takes in lines of NDJSON. Each counts as a call of the key. The same content again under the same idempotency key is the same batch.
   * Throws BatchSizeWrong, BatchKeyTaken, QuotaUsedUp.
   */
  async upload(who: Principal, text: string, idempotencyKey: string | undefined): Promise<BatchView> {
    const institutionId = ownInstitution(who);
    const lines = batchLines(text);
    if (lines.length === 0 || lines.length > BATCH_MAX_LINES) throw new BatchSizeWrong({ lines: lines.length });
    const contentHash = sha256Hex(`${isSandbox(who)}\n${text}`);
    const before = await this.batches.byIdempotencyKey(institutionId, idempotencyKey);
    if (before !== null) return this.repeated(before, contentHash);
    if (who.via === 'api-key') await this.keys.charge(who.apiKeyId, lines.length - 1);
    const id = newId();
    const row = { id, institutionId, asker: who, sandbox: isSandbox(who), contentHash, lines: lines.length };
    const sealed = lines.map(({ line, question }) => ({
      line,
      question: this.box.seal('batch-question', `${id}/${line}`, question),
    }));
    const made = await this.uow.run(async (tx) => {
      const added = await this.batches.add(tx, { ...row, idempotencyKey }, sealed, this.tools.clock.now());
      if (!added) return false;
      await this.outbox.publish(tx, batchWaits({ batchId: id, from: 0 }));
      const object = { type: 'certificate-batch', id };
      await this.tools.audit.record(tx, who, 'verification.batch-uploaded', object, { lines: lines.length });
      return true;
    });
    if (made) return viewOf((await this.batches.byId(institutionId, id))!);
    return this.repeated((await this.batches.byIdempotencyKey(institutionId, idempotencyKey))!, contentHash);
  }

  async page(who: Principal, query: { limit: number; cursor?: string | undefined }): Promise<Page<BatchView>> {
    const after = decodeCursor(query.cursor);
    const before = after === null ? null : { at: Number(after[0]), id: String(after[1]) };
    const found = await this.batches.page(ownInstitution(who), before, query.limit + 1);
    const rows = found.slice(0, query.limit).map(viewOf);
    const last = found.length > query.limit ? rows.at(-1) : undefined;
    return { rows, nextCursor: last ? encodeCursor([last.createdAt, last.id]) : null, total: null };
  }

  /** Throws BatchNotFound, also for another institution's. */
  async one(who: Principal, id: string): Promise<BatchView> {
    return viewOf(await this.find(who, id));
  }

  /** The results there are after a line, as lines of NDJSON, in order. Throws BatchNotFound. */
  async results(who: Principal, id: string, after: number): Promise<AsyncIterable<string>> {
    await this.find(who, id);
    return this.resultsAfter(id, after);
  }

  private async *resultsAfter(id: string, after: number): AsyncIterable<string> {
    for (let last = after; ;) {
      const rows = await this.batches.answers(id, last, RESULTS_AT_ONCE);
      if (rows.length === 0) return;
      last = rows.at(-1)!.line;
      yield rows
        .map(({ line, answer }) => `${this.box.open('batch-answer', `${id}/${line}`, answer).toString()}\n`)
        .join('');
    }
  }

  /** What is not answered yet is dropped; what is stays to be fetched. A batch that has ended stays as it is. Throws BatchNotFound. */
  async cancel(who: Principal, id: string): Promise<BatchView> {
    await this.find(who, id);
    await this.uow.run(async (tx) => {
      if (!(await this.batches.cancel(tx, id, this.tools.clock.now()))) return;
      await this.tools.audit.record(tx, who, 'verification.batch-cancelled', { type: 'certificate-batch', id });
    });
    return this.one(who, id);
  }

  private async find(who: Principal, id: string): Promise<BatchRow> {
    const row = await this.batches.byId(ownInstitution(who), id);
    if (row === null || row.sandbox !== isSandbox(who)) throw new BatchNotFound();
    return row;
  }

  private repeated(before: BatchRow, contentHash: string): BatchView {
    if (before.contentHash !== contentHash) throw new BatchKeyTaken();
    return viewOf(before);
  }
}

/** Throws NotAllowed for a clerk whose account belongs to no institution. */
export function ownInstitution(who: Principal): InstitutionId {
  const id = institutionOf(who);
  if (id === null) throw new NotAllowed();
  return id;
}

function viewOf({ id, status, lines, answered, createdAt, finishedAt, sandbox }: BatchRow): BatchView {
  const deletedAt = plus(createdAt, BATCH_KEPT_DAYS * MS_PER_DAY);
  return { id, status, lines, answered, createdAt, finishedAt, deletedAt, sandbox };
}
