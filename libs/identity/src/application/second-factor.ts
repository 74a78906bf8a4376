import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { Clock, MS_PER_SECOND } from '@hz/kernel';
import { randomBelow, randomToken, SecretBox, type Tx } from '@hz/platform';
import { grouped, normalizedRecoveryCode, RECOVERY_ALPHABET } from '../domain/recovery-code';
import { AccountRepository } from '../persistence/account.repository';
import type { AccountRow } from '../persistence/identity.entities';
import { tokenHash } from './secrets';

const PERIOD_SECONDS = 30;
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
const RECOVERY_LENGTH = 12;
const PURPOSE = 'totp';

/** Time-based one-time passwords (RFC 6238), with recovery codes for a lost device. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  newSecret(account: AccountRow): { sealed: Buffer; secret: string; uri: string } {
    const bytes = Uint8Array.from(Buffer.from(randomToken(SECRET_BYTES), 'base64url'));
    const secret = new Secret({ buffer: bytes.buffer }).base32;
    return {
      sealed: this.box.seal(PURPOSE, account.id, secret),
      secret,
      uri: totpOf(secret, account.email).toString(),
    };
  }

  /** Whether `code` is right for the factor in force and was not used before: six digits, or a recovery code. It is used up. */
  async passes(tx: Tx, account: AccountRow, code: string): Promise<boolean> {
    if (!/^\d{6}$/.test(code)) return this.spendRecoveryCode(tx, account, code);
    if (account.totpSecretEncrypted === null) return false;
    const step = this.stepOf(account, account.totpSecretEncrypted, code);
    return step !== null && this.accounts.advanceTotpStep(tx, account.id, step);
  }

  /** The time step of which `code` is the right one under this sealed secret, one step of drift either way; null when it is wrong. */
  stepOf(account: AccountRow, sealed: Buffer, code: string): number | null {
    const secret = this.box.open(PURPOSE, account.id, sealed).toString('utf8');
    const now = this.clock.now();
    const drift = totpOf(secret, account.email).validate({ token: code, timestamp: now, window: 1 });
    return drift === null ? null : Math.floor(now / MS_PER_SECOND / PERIOD_SECONDS) + drift;
  }

  /** New recovery codes, shown once; the old ones are void. */
  async newRecoveryCodes(tx: Tx, account: AccountRow): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    await this.accounts.replaceRecoveryCodes(tx, account.id, codes.map(tokenHash));
    return codes.map(grouped);
  }

  private spendRecoveryCode(tx: Tx, account: AccountRow, code: string): Promise<boolean> {
    return this.accounts.spendRecoveryCode(tx, account.id, tokenHash(normalizedRecoveryCode(code)), this.clock.now());
  }
}

function newRecoveryCode(): string {
  const place = () => RECOVERY_ALPHABET[randomBelow(RECOVERY_ALPHABET.length)]!;
  return Array.from({ length: RECOVERY_LENGTH }, place).join('');
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'Hengzheng', label, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS });
}
