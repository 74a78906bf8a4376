import { Injectable } from '@nestjs/common';
import { RateLimiter, SecretBox } from '@hz/platform';
import { normalizedNumber } from '../domain/names';

/**
 * Wrong names for one number, from wherever they come. Past them a name is not compared for the rest of the hour; the code of the QR code
 * still is, so that nobody can take a certificate away from those who have it in hands.
 */
const WRONG_NAMES = { max: 30, windowSeconds: 3_600 };

/** Counts wrong names for a number, whether it exists or not. */
@Injectable()
export class Guesses {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly box: SecretBox,
  ) {}

  refusePast(number: string): Promise<void> {
    return this.limiter.look(this.keyOf(number), WRONG_NAMES);
  }

  count(number: string): Promise<void> {
    return this.limiter.hit(this.keyOf(number), WRONG_NAMES);
  }

  private keyOf(number: string): string {
    return `verification guess ${this.box.blindIndex('verification-guess', normalizedNumber(number))}`;
  }
}
