import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { Clock, MS_PER_SECOND } from '@hz/kernel';
import { randomToken, SecretBox, type Tx } from '@hz/platform';
import { AccountRepository } from '../persistence/account.repository';
import type { AccountRow } from '../persistence/identity.entities';
import { tokenHash } from './secrets';

const PERIOD_SECONDS = 30;
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 8;
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
    const secret = new Secret({ size: SECRET_BYTES });
    return {
      sealed: this.box.seal(PURPOSE, account.id, secret.base32),
      secret: secret.base32,
      uri: this.totp(secret.base32, account.email).toString(),
    };
  }

  /** Whether `code` is right now (one step of drift either way) and was not used before. A right code is used up. */
  async accepts(tx: Tx, account: AccountRow, code: string): Promise<boolean> {
    if (account.totpSecretEncrypted === null) return false;
    const secret = this.box.open(PURPOSE, account.id, account.totpSecretEncrypted).toString('utf8');
    const now = this.clock.now();
    const drift = this.totp(secret, account.email).validate({ token: code, timestamp: now, window: 1 });
    if (drift === null) return false;
    return this.accounts.advanceTotpStep(tx, account.id, Math.floor(now / MS_PER_SECOND / PERIOD_SECONDS) + drift);
  }

  /** New recovery codes, shown once; the old ones are void. */
  async newRecoveryCodes(tx: Tx, account: AccountRow): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => randomToken(RECOVERY_BYTES));
    await this.accounts.replaceRecoveryCodes(tx, account.id, codes.map(tokenHash));
    return codes;
  }

  /** Whether this is one of the account's recovery codes; it is used up. */
  spendRecoveryCode(tx: Tx, account: AccountRow, code: string): Promise<boolean> {
    return this.accounts.spendRecoveryCode(tx, account.id, tokenHash(code), this.clock.now());
  }

  private totp(secret: string, label: string): TOTP {
    return new TOTP({ issuer: 'Hengzheng', label, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS });
  }
}
