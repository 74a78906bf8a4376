import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { dangerouslySystem, type SessionId } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { Sessions } from '@hz/registration';
import { ArchiveDamaged, LogArchived, PartitionShared, SessionNotOver } from '../contract';
import { checkHeader, headerLine, readSave, saveLine, type ArchivedSave } from '../domain/log-archive';
import { digestOf, readLines, writeLines } from '../persistence/archive-file';
import { AttemptRepository } from '../persistence/attempt.repository';
import { LogArchiveRepository, type PartitionRow } from '../persistence/log-archive.repository';

const TOGETHER = 2_000;
const OPERATOR = dangerouslySystem('archive-log');

export interface LogArchive {
  readonly file: string;
  readonly digest: string;
  readonly rows: number;
}

/** Moves the response log of a session that is over into a file, and back. The receipts of its attempts stay in the database. */
@Injectable()
export class ArchiveLog {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly attempts: AttemptRepository,
    private readonly partitions: LogArchiveRepository,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Writes the log of the session to a file in `folder`, reads it back, and only then drops the partition. Throws SessionNotFound,
   * SessionNotOver, LogArchived, PartitionShared, ArchiveDamaged when the disk gave back something else.
   */
  async archive(sessionId: SessionId, folder: string): Promise<LogArchive> {
    const partition = await this.ready(sessionId);
    await mkdir(folder, { recursive: true });
    const file = join(folder, `${sessionId}.jsonl.gz`);
    await writeLines(file, this.lines(sessionId));
    const rows = await countOf(file, sessionId);
    const digest = await digestOf(file);
    if (rows !== (await this.partitions.count(sessionId))) throw new ArchiveDamaged();
    await this.uow.run(async (tx) => {
      await this.partitions.drop(tx, sessionId, partition, digest, rows);
      const object = { type: 'session', id: sessionId };
      await this.audit.record(tx, OPERATOR, 'delivery.log-archived', object, { digest, rows });
    });
    return { file, digest, rows };
  }

  /** Brings the log back from its file: all of it, or nothing. Throws ArchiveDamaged when the file is not the one that was written. */
  async restore(sessionId: SessionId, file: string): Promise<LogArchive> {
    const partition = await this.partitions.partition(sessionId);
    if (partition?.archiveDigest == null || partition.archiveDigest !== (await digestOf(file)))
      throw new ArchiveDamaged();
    const { archiveDigest: digest, archiveRows: rows } = partition;
    await this.uow.run(async (tx) => {
      await this.partitions.make(tx, sessionId);
      let restored = 0;
      for await (const saves of portionsOf(file, sessionId)) {
        await this.partitions.add(tx, sessionId, partition, saves);
        restored += saves.length;
      }
      if (restored !== rows) throw new ArchiveDamaged();
      await this.partitions.attach(tx, sessionId, partition);
      await this.audit.record(
        tx,
        OPERATOR,
        'delivery.log-restored',
        { type: 'session', id: sessionId },
        { digest, rows },
      );
    });
    return { file, digest, rows: rows! };
  }

  private async ready(sessionId: SessionId): Promise<PartitionRow> {
    const { status } = await this.sessions.byId(sessionId);
    const { started } = await this.attempts.countsOf(sessionId);
    if (status !== 'released' || started > 0) throw new SessionNotOver();
    const partition = await this.partitions.partition(sessionId);
    if (partition === null || partition.archiveDigest !== null) throw new LogArchived();
    if (partition.sessions > 1) throw new PartitionShared();
    return partition;
  }

  private async *lines(sessionId: SessionId): AsyncIterable<string> {
    yield headerLine(sessionId);
    for await (const save of this.partitions.saves(sessionId)) yield saveLine(save);
  }
}

async function countOf(file: string, sessionId: SessionId): Promise<number> {
  let rows = 0;
  for await (const saves of portionsOf(file, sessionId)) rows += saves.length;
  return rows;
}

async function* portionsOf(file: string, sessionId: SessionId): AsyncIterable<ArchivedSave[]> {
  let portion: ArchivedSave[] = [];
  let isFirst = true;
  for await (const line of readLines(file)) {
    if (isFirst) checkHeader(line, sessionId);
    else portion.push(readSave(line));
    isFirst = false;
    if (portion.length === TOGETHER) {
      yield portion;
      portion = [];
    }
  }
  if (portion.length > 0) yield portion;
}
