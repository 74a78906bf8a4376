import { failed, passed, unknown, type Finding } from './judge';
import type { Trust, TrustedKey } from './trust';

export interface KeyFound {
  readonly finding: Finding;
  readonly key: TrustedKey | null;
}

/**
 * The key of a verification method, and whether it was the issuer's at the moment of signing (ms). `provenBefore`: a moment at which
 * others saw that the signature existed; what says that it is older than the loss of its key is believed only with that.
 */
export function keyFor(
  trust: Trust,
  did: string,
  method: string,
  signedAt: number,
  provenBefore: number | null = null,
): KeyFound {
  const issuer = trust.issuers.find((each) => each.did === did);
  if (issuer === undefined || !method.startsWith(`${did}#`)) return { finding: failed('issuer-unknown'), key: null };
  const key = issuer.keys.find(({ id }) => id === method);
  if (key === undefined) {
    const wasNone = trust.asOf !== null && trust.asOf >= signedAt;
    return { finding: wasNone ? failed('key-unknown') : unknown('key-not-in-trust'), key: null };
  }
  if (key.revokedAt === null) return { finding: passed, key };
  if (signedAt >= key.revokedAt) return { finding: failed('key-compromised'), key };
  const older = provenBefore !== null && provenBefore < key.revokedAt;
  return { finding: older ? passed : unknown('signed-before-compromise'), key };
}
