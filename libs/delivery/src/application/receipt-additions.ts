import { Injectable } from '@nestjs/common';
import { canonicalJson, hashOf, type AttemptId, type Principal } from '@hz/kernel';
import { Signer } from '@hz/platform';
import type { AfterTheHandIn } from '../contract';
import { LateAnswerRepository } from '../persistence/late-answer.repository';
import { OwnAttempts } from './own-attempts';

/** What became of one's own answers after the hand-in; what was accepted is signed beside the receipt, which never changes. */
@Injectable()
export class ReceiptAdditions {
  constructor(
    private readonly own: OwnAttempts,
    private readonly answers: LateAnswerRepository,
    private readonly signer: Signer,
  ) {}

  /** Throws AttemptNotFound. */
  async of(who: Principal, id: AttemptId): Promise<AfterTheHandIn> {
    const { receipt, sessionId } = await this.own.find(who, id);
    if (receipt === null) return { additions: null, declined: 0, waiting: 0 };
    const [answers, counts] = await Promise.all([this.answers.additionsOf(sessionId, id), this.answers.countsOf(id)]);
    if (answers.length === 0) return { additions: null, ...counts };
    const said = { attemptId: id, receiptHash: receipt.hash, answers };
    const signed = { ...said, hash: hashOf(said) };
    const signature = base64url(await this.signer.sign('receipt', Buffer.from(canonicalJson(signed))));
    const publicKey = base64url(await this.signer.publicKey('receipt'));
    return { additions: { ...signed, signature, publicKey }, ...counts };
  }
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
