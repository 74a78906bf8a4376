import { canonicalJson } from '@hz/kernel';

/** Whether two JSON documents are equal whatever the order of their members (RFC 8785). */
export function isSameDocument(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
