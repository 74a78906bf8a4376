/** A webhook that is none of the platform's, was altered, or is older than it may be. */
export class WebhookRefused extends Error {
  constructor(readonly why: 'headers-missing' | 'too-old' | 'signature-wrong') {
    super(why);
    this.name = 'WebhookRefused';
  }
}

export interface ReceivedWebhook {
  /** The same at each attempt: keep it for a while, and let a repeat be. */
  readonly id: string;
  readonly type: string;
  readonly timestamp: string;
  readonly data: { readonly number?: string; readonly status?: string; readonly supersededBy?: string };
}

export interface WebhookRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body exactly as it came: checking needs its bytes, not what they mean. */
  readonly body: string;
}

const TOLERANCE_SECONDS = 300;

/**
 * What a webhook says, once its signature by one of the secrets (`whsec_…`) holds and it was sent within five minutes (Standard Webhooks).
 * Throws WebhookRefused.
 */
export async function verifyWebhook(
  { headers, body }: WebhookRequest,
  secrets: string | readonly string[],
  { now = Date.now(), toleranceSeconds = TOLERANCE_SECONDS } = {},
): Promise<ReceivedWebhook> {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) => headers[`webhook-${name}`]);
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') {
    throw new WebhookRefused('headers-missing');
  }
  const age = Math.abs(now / 1_000 - Number(timestamp));
  if (!/^\d{1,12}$/.test(timestamp) || age > toleranceSeconds) throw new WebhookRefused('too-old');
  const given = signatures.split(' ').filter((each) => each.startsWith('v1,'));
  for (const secret of [secrets].flat()) {
    const wanted = await signature(secret, `${id}.${timestamp}.${body}`);
    if (given.some((each) => same(each, wanted))) return { id, ...(JSON.parse(body) as Omit<ReceivedWebhook, 'id'>) };
  }
  throw new WebhookRefused('signature-wrong');
}

async function signature(secret: string, text: string): Promise<string> {
  const bytes = Uint8Array.from(atob(secret.replace(/^whsec_/, '')), (char) => char.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
  return `v1,${btoa(String.fromCharCode(...new Uint8Array(mac)))}`;
}

/** Takes the same time wherever two texts of one length differ. */
function same(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let at = 0; at < a.length; at += 1) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return difference === 0;
}
