import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Results } from '@hz/grading';
import { Clock, MS_PER_DAY, type Instant, type Principal, type SessionId } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import iconv from 'iconv-lite';
import {
  ExportMappingNotFound,
  type ExportColumn,
  type ExportEncoding,
  type ExportPreview,
  type ExportPreviewInput,
  type ExportScope,
} from '../../contract';
import { isoDayInChina } from '../../domain/china-days';
import { exportLine, LEARNING_OUTCOME_COLUMNS, mappedCells } from '../../domain/export-cells';
import { ExportRepository, type ResolvedScope } from '../../persistence/export.repository';
import { ExportFacts } from './export-facts';

const AT_ONCE = 500;
const IN_PREVIEW = 5;

/** Certificates written into somebody else's table, streamed: what is in memory is one batch of rows. */
@Injectable()
export class CertificateExports {
  constructor(
    private readonly exports: ExportRepository,
    private readonly facts: ExportFacts,
    private readonly results: Results,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The first rows as they would be written. */
  async preview(who: Principal, { columns, scope }: ExportPreviewInput): Promise<ExportPreview> {
    const resolved = await this.resolved(scope);
    const now = this.clock.now();
    const rows = await this.exports.rows(resolved, now, IN_PREVIEW, '');
    const facts = await this.facts.of(who, rows, columns);
    return {
      header: columns.map(({ header }) => header),
      rows: facts.map((row) => mappedCells(columns, row)),
      total: await this.exports.count(resolved, now),
    };
  }

  /** By a saved mapping. Throws ExportMappingNotFound. */
  async mapped(
    who: Principal,
    mappingId: string,
    scope: ExportScope,
  ): Promise<{ lines: AsyncIterable<Buffer>; encoding: ExportEncoding }> {
    const mapping = await this.exports.mapping(mappingId);
    if (mapping === null) throw new ExportMappingNotFound();
    const { encoding, name } = mapping;
    return { lines: await this.begin(who, mapping, scope, name), encoding };
  }

  /** As learning outcomes (学分银行). */
  learningOutcomes(who: Principal, encoding: ExportEncoding, scope: ExportScope): Promise<AsyncIterable<Buffer>> {
    return this.begin(who, { columns: LEARNING_OUTCOME_COLUMNS, encoding }, scope, 'learning-outcomes');
  }

  private async begin(
    who: Principal,
    form: { columns: readonly ExportColumn[]; encoding: ExportEncoding },
    scope: ExportScope,
    name: string,
  ): Promise<AsyncIterable<Buffer>> {
    const resolved = await this.resolved(scope);
    const total = await this.exports.count(resolved, this.clock.now());
    const object = { type: 'certificate-export', id: scope.sessionId ?? `${scope.from ?? ''}..${scope.to ?? ''}` };
    await this.uow.run((tx) =>
      this.audit.record(tx, who, 'certification.certificates-exported', object, { name, total, scope }),
    );
    return this.lines(who, form, resolved);
  }

  private async *lines(
    who: Principal,
    { columns, encoding }: { columns: readonly ExportColumn[]; encoding: ExportEncoding },
    scope: ResolvedScope,
  ): AsyncIterable<Buffer> {
    const now = this.clock.now();
    yield encoded(exportLine(columns.map(({ header }) => header)), encoding, true);
    for (let after = ''; ;) {
      const rows = await this.exports.rows(scope, now, AT_ONCE, after);
      const facts = await this.facts.of(who, rows, columns);
      if (facts.length > 0) yield encoded(facts.map((row) => exportLine(mappedCells(columns, row))).join(''), encoding);
      if (rows.length < AT_ONCE) return;
      after = rows.at(-1)!.number;
    }
  }

  private async resolved({ sessionId, ...period }: ExportScope): Promise<ResolvedScope> {
    const resultIds = sessionId === undefined ? null : await this.results.idsReleasedIn(sessionId as SessionId);
    return { ...(resultIds === null && lastDays(this.clock.now())), ...period, resultIds };
  }
}

/** The period that is meant where neither a session nor a period is named. */
function lastDays(now: Instant): { from: string; to: string } {
  return { from: isoDayInChina(now - 30 * MS_PER_DAY), to: isoDayInChina(now) };
}

/** UTF-8 begins with a byte order mark, so that spreadsheets read Chinese right; GB18030 holds every character and needs none. */
export function encoded(text: string, encoding: ExportEncoding, first = false): Buffer {
  return encoding === 'utf-8' ? Buffer.from((first ? '\uFEFF' : '') + text, 'utf8') : iconv.encode(text, 'gb18030');
}
