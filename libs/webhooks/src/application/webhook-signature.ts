import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';

/** A secret as Standard Webhooks writes it, from its bytes. */
export const secretText = (bytes: Buffer): string => `${PREFIX}${bytes.toString('base64')}`;

/**
 * The header `webhook-signature` of Standard Webhooks: HMAC-SHA-256 over id, moment (whole seconds) and body, by each secret, the newest
 * first. Whoever knows one of them can check it; the moment lets the receiver refuse what is sent again later.
 */
export function signatureHeader(secrets: readonly Buffer[], id: string, seconds: number, body: string): string {
  return secrets
    .map((secret) => `v1,${createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64')}`)
    .join(' ');
}
