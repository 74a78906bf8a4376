import { Injectable } from '@nestjs/common';
import { canonicalJson, type AttemptId, type Principal } from '@hz/kernel';
import { Signer } from '@hz/platform';
import { NotStarted, type Receipt } from '../contract';
import type { AttemptRow } from '../persistence/attempt.entity';
import { AttemptRepository } from '../persistence/attempt.repository';
import { OwnAttempts } from './own-attempts';

/** The signed receipt of a submission. It is signed after the commit, when it is first asked for; Ed25519 gives the same signature each time. */
@Injectable()
export class Receipts {
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
    const publicKey = Buffer.from(await this.signer.publicKey('receipt')).toString('base64url');
    const signature = row.receiptSignature ?? (await this.sign(row));
    return { ...row.receipt, signature, publicKey };
  }

  private async sign({ id, receipt }: AttemptRow): Promise<string> {
    const bytes = Buffer.from(canonicalJson(receipt));
    const signature = Buffer.from(await this.signer.sign('receipt', bytes)).toString('base64url');
    await this.attempts.keepSignature(id, signature);
    return signature;
  }
}
