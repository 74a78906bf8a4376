import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@hz/kernel';
import { SecretBox } from '@hz/platform';
import type { BatchResult } from '../contract';
import { readLine } from '../domain/batch-lines';
import { normalizedNumber } from '../domain/names';
import type { BatchRow, SealedLine } from '../persistence/batch.repository';
import { CheckCertificate } from './check-certificate.query';
import type { Asked } from './record-queries';
import { Sandbox } from './sandbox';

interface Answered {
  readonly line: number;
  readonly sealed: Buffer;
  /** Empty where the line held no question. */
  readonly asked: readonly Asked[];
}

/** The answers to lines, one after another: a batch takes its time and leaves the database to those who wait. */
@Injectable()
export class BatchAnswers {
  constructor(
    private readonly check: CheckCertificate,
    private readonly sandbox: Sandbox,
    private readonly box: SecretBox,
  ) {}

  async to(batch: BatchRow, lines: readonly SealedLine[]): Promise<Answered[]> {
    const answered: Answered[] = [];
    for (const { line, question } of lines) {
      const place = `${batch.id}/${line}`;
      const { result, asked } = await this.answer(
        batch,
        line,
        this.box.open('batch-question', place, question).toString(),
      );
      answered.push({ line, sealed: this.box.seal('batch-answer', place, canonicalJson(result)), asked });
    }
    return answered;
  }

  private async answer(
    { sandbox }: BatchRow,
    line: number,
    text: string,
  ): Promise<{ result: BatchResult; asked: readonly Asked[] }> {
    const read = readLine(text);
    if ('problem' in read) return { result: { line, number: null, answer: null, problem: read.problem }, asked: [] };
    const number = normalizedNumber(read.question.number);
    const answer = sandbox ? await this.sandbox.byNumber(read.question) : await this.check.run(read.question);
    return { result: { line, number, answer, problem: null }, asked: [{ number, way: 'batch', answer }] };
  }
}
