import { secretText, signatureHeader } from './webhook-signature';

const SECRET = 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const SIGNED = ['msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, '{"test": 2432232314}'] as const;

describe('the signature of a webhook', () => {
  it('is that of the example of Standard Webhooks', () => {
    const secret = Buffer.from(SECRET, 'base64');
    expect(secretText(secret)).toBe(`whsec_${SECRET}`);
    expect(signatureHeader([secret], ...SIGNED)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('is there once for each secret while two are in use', () => {
    const [one, two] = [Buffer.alloc(24, 1), Buffer.alloc(24, 2)];
    const each = [one, two].map((secret) => signatureHeader([secret], ...SIGNED));
    expect(signatureHeader([one, two], ...SIGNED)).toBe(each.join(' '));
    expect(new Set(each).size).toBe(2);
  });
});
