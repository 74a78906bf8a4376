import { Injectable } from '@nestjs/common';
import { canonicalJson, type AttemptId, type Principal } from '@hz/kernel';
import { GroupCommit, Signer } from '@hz/platform';
import { NotStarted, type Receipt } from '../contract';
import type { AttemptRow } from '../persistence/attempt.entity';
import { AttemptRepository } from '../persistence/attempt.repository';
import { OwnAttempts } from './own-attempts';

type Signed = Pick<AttemptRow, 'id' | 'receiptSignature' | 'receiptKey'>;

/** The signed receipt of a submission. It is signed after the commit, when it is first asked for, and kept; Ed25519 gives the same signature each time. */
@Injectable()
export class Receipts {
  private readonly keeping = new GroupCommit<Signed, void>(async (signed) => {
    await this.attempts.keepSignatures(signed);
    return signed.map(() => ({ value: undefined }));
  });

  constructor(
    private readonly attempts: AttemptRepository,
    private readonly own: OwnAttempts,
    private readonly signer: Signer,
  ) {}

  /** Throws AttemptNotFound, NotStarted when nothing is handed in yet. */
  async ownReceipt(who: Principal, id: AttemptId): Promise<Receipt> {
    return this.of(await this.own.find(who, id));
  }

  async of(row: AttemptRow): Promise<Receipt> {
    if (row.receipt === null) throw new NotStarted();
    const { receiptSignature, receiptKey } = row;
    if (receiptSignature !== null && receiptKey !== null) {
      return { ...row.receipt, signature: receiptSignature, publicKey: receiptKey };
    }
    const signature = base64url(await this.signer.sign('receipt', Buffer.from(canonicalJson(row.receipt))));
    const publicKey = base64url(await this.signer.publicKey('receipt'));
    await this.keeping.run({ id: row.id, receiptSignature: signature, receiptKey: publicKey });
    return { ...row.receipt, signature, publicKey };
  }
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
