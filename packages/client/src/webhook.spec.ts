import { verifyWebhook, WebhookRefused } from './webhook';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const SIGNATURE = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
const SENT = 1_614_265_330;
const request = (change: Record<string, string> = {}, body = '{"test": 2432232314}') => ({
  headers: {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': String(SENT),
    'webhook-signature': SIGNATURE,
    ...change,
  },
  body,
});
const at = { now: SENT * 1_000 };
const verdict = (given: ReturnType<typeof request>, secrets: string | string[] = SECRET, when = at) =>
  verifyWebhook(given, secrets, when).then(
    () => 'taken',
    (error: unknown) => (error as WebhookRefused).why,
  );

describe('a webhook that comes in', () => {
  it('is the example of Standard Webhooks', async () => {
    await expect(verifyWebhook(request(), SECRET, at)).resolves.toMatchObject({ id: 'msg_p5jXN8AQM9LWM0D4loKWxJek' });
  });

  it('may be signed by either of two secrets, and carry signatures of other kinds', async () => {
    expect(await verdict(request(), ['whsec_AAAA', SECRET])).toBe('taken');
    expect(await verdict(request({ 'webhook-signature': `v2,x v1,AAAA ${SIGNATURE}` }))).toBe('taken');
  });

  it.each([
    ['another body', request({}, '{"test": 2432232315}'), 'signature-wrong'],
    ['another id', request({ 'webhook-id': 'msg_other' }), 'signature-wrong'],
    ['no signature of its kind', request({ 'webhook-signature': SIGNATURE.replace('v1', 'v2') }), 'signature-wrong'],
    ['another moment', request({ 'webhook-timestamp': String(SENT + 1) }), 'signature-wrong'],
    ['a moment that is none', request({ 'webhook-timestamp': '' }), 'too-old'],
    ['a moment that is no number', request({ 'webhook-timestamp': 'NaN' }), 'too-old'],
  ])('%s is refused', async (_, given, why) => {
    expect(await verdict(given)).toBe(why);
  });

  it('is refused after five minutes, and when it comes from as far ahead', async () => {
    for (const [seconds, expected] of [
      [300, 'taken'],
      [301, 'too-old'],
      [-301, 'too-old'],
    ] as const) {
      expect(await verdict(request(), SECRET, { now: (SENT + seconds) * 1_000 })).toBe(expected);
    }
  });

  it('without its headers is none', async () => {
    expect(await verifyWebhook({ headers: {}, body: '{}' }, SECRET).catch((error: WebhookRefused) => error.why)).toBe(
      'headers-missing',
    );
  });
});
