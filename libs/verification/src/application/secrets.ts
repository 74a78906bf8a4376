import { createHash, timingSafeEqual } from 'node:crypto';

/** A verification code as it is kept: the code itself stands on the certificate alone. */
export function codeHash(code: string): string {
  return createHash('sha256').update(code).digest('base64url');
}

export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
