import { createCipheriv, createECDH, ECDH, hkdfSync, randomBytes } from 'node:crypto';
import type { AttemptId } from '@hz/kernel';
import { keysContext, PageKeyUnusable, type PaperKeys } from '../contract';

const CURVE = 'prime256v1';

/** Throws PageKeyUnusable where `pageKey` is no point of the curve: to be asked before anything is written. */
export function assertPageKey(pageKey: string): void {
  try {
    ECDH.convertKey(pageKey, CURVE, 'base64url');
  } catch {
    throw new PageKeyUnusable();
  }
}

/** Wraps section keys for one page and one attempt, as `paperKeysSchema` says; each time under a new key of our own. */
export function wrapKeys(
  to: { attemptId: AttemptId; digest: string; pageKey: string },
  keys: ReadonlyMap<string, Buffer>,
): PaperKeys {
  const ours = createECDH(CURVE);
  const publicKey = ours.generateKeys('base64url');
  const shared = ours.computeSecret(to.pageKey, 'base64url');
  const context = Buffer.from(keysContext(to.attemptId, to.digest));
  const key = Buffer.from(hkdfSync('sha256', shared, '', context, 32));
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(context);
  const box = Buffer.concat([cipher.update(keysText(keys)), cipher.final(), cipher.getAuthTag()]);
  return { digest: to.digest, publicKey, iv: iv.toString('base64url'), box: box.toString('base64url') };
}

/** Section keys as JSON: section id → key in base64url. */
export function keysText(keys: ReadonlyMap<string, Buffer>): string {
  return JSON.stringify(Object.fromEntries([...keys].map(([id, key]) => [id, key.toString('base64url')])));
}

export function keysOf(text: Buffer): ReadonlyMap<string, Buffer> {
  const keys = Object.entries(JSON.parse(text.toString()) as Record<string, string>);
  return new Map(keys.map(([id, key]) => [id, Buffer.from(key, 'base64url')]));
}
