import { Injectable } from '@nestjs/common';
import { canonicalJson, hashOf, type AttemptId, type Principal } from '@hz/kernel';
import { Signer } from '@hz/platform';
import type { ReceiptAdditions as Additions } from '../contract';
import { LateAnswerRepository } from '../persistence/late-answer.repository';
import { OwnAttempts } from './own-attempts';

/** What was accepted of one's own attempt after the hand-in, signed beside the receipt, which never changes. */
@Injectable()
export class ReceiptAdditions {
  constructor(
    private readonly own: OwnAttempts,
    private readonly answers: LateAnswerRepository,
    private readonly signer: Signer,
  ) {}

  /** Null while there is nothing. Throws AttemptNotFound. */
  async of(who: Principal, id: AttemptId): Promise<Additions | null> {
    const { receipt, sessionId } = await this.own.find(who, id);
    if (receipt === null) return null;
    const answers = await this.answers.additionsOf(sessionId, id);
    if (answers.length === 0) return null;
    const said = { attemptId: id, receiptHash: receipt.hash, answers };
    const signed = { ...said, hash: hashOf(said) };
    const signature = base64url(await this.signer.sign('receipt', Buffer.from(canonicalJson(signed))));
    return { ...signed, signature, publicKey: base64url(await this.signer.publicKey('receipt')) };
  }
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
