import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@hz/kernel';
import { CONFIG, type Config } from '@hz/platform';
import { TimeStampUnavailable } from '../contract';
import { SigningCertificateRepository } from '../persistence/signing-certificate.repository';
import { grantedToken, imprintOf, timeStampRequest } from './time-stamp';

const PATIENCE_MS = 15_000;
const TOKEN_BYTES_AT_MOST = 10_000;

/** Time-stamps of signatures (RFC 3161). Each is recorded before anybody sees it: the same signature always gets the same one. */
@Injectable()
export class TimeStamps {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'tsaUrl'>,
    private readonly kept: SigningCertificateRepository,
    private readonly clock: Clock,
  ) {}

  /** Null when the settings name no authority. Throws TimeStampUnavailable: whoever needs it tries again later. */
  async of(signature: Buffer): Promise<Buffer | null> {
    const imprint = imprintOf(signature);
    const before = await this.kept.token(imprint);
    if (before !== null || this.config.tsaUrl === undefined) return before;
    return this.kept.keepToken(imprint, await this.ask(this.config.tsaUrl, imprint), this.clock.now());
  }

  private async ask(url: string, imprint: Buffer): Promise<Buffer> {
    const nonce = Buffer.concat([Buffer.of(0x40), randomBytes(7)]);
    try {
      const reply = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
        body: new Uint8Array(timeStampRequest(imprint, nonce)),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (!reply.ok) throw new Error(`HTTP ${reply.status}`);
      const token = grantedToken(Buffer.from(await reply.arrayBuffer()), imprint, nonce);
      if (token.length > TOKEN_BYTES_AT_MOST) throw new Error('a token that is too long');
      return token;
    } catch (error) {
      throw new TimeStampUnavailable({ why: error instanceof Error ? error.message : String(error) });
    }
  }
}
