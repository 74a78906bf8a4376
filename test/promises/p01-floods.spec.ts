import { Candidate, someResponse } from '../tools/candidate';
import { HttpClient } from '../tools/http-client';
import { Installation } from '../tools/installation';
import { Ledger } from '../tools/ledger';
import { pause } from '../tools/processes';

const SITTERS = 12;
const SAVE_EVERY_MS = 400;
const FOR_MS = 8_000;
const [LOGINS_AT_ONCE, VERIFICATIONS_AT_ONCE] = [40, 40];
/** A candidate sees "saved" within this time even in the flood; the page itself waits for fifteen seconds. */
const P99_MS = 1_500;

describe('P1: those who sit do not feel who floods the door', () => {
  let installation: Installation;
  const ledger = new Ledger();

  beforeAll(async () => {
    installation = await Installation.create({ settings: { TRUST_PROXY: 'true' } });
    await installation.startApi();
  });
  afterAll(() => installation?.remove());

  /** Each save one after the other, at a pace; gives how long each took. */
  async function sit(candidate: Candidate, until: number): Promise<number[]> {
    const tookMs: number[] = [];
    for (let n = 0; Date.now() < until; n += 1) {
      const item = candidate.items[n % candidate.items.length]!;
      const value = someResponse(item.interaction, n);
      const asked = Date.now();
      const reply = await candidate.send(item, value);
      tookMs.push(Date.now() - asked);
      expect(reply.status).toBe(200);
      ledger.acknowledged(candidate.attemptId, item.ref, candidate.seq, value);
      await pause(SAVE_EVERY_MS);
    }
    return tookMs;
  }

  /** Calls without a pause, each from another address, so that no limit of one address stops it. Gives how many were answered. */
  async function flood(
    atOnce: number,
    until: number,
    call: (client: HttpClient, from: string, n: number) => Promise<unknown>,
  ) {
    let answered = 0;
    const client = new HttpClient(installation.base, 30_000);
    const worker = async (no: number) => {
      for (let n = 0; Date.now() < until; n += 1) {
        await call(client, `11.${no}.${Math.floor(n / 250)}.${n % 250}`, n).catch(() => undefined);
        answered += 1;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, (_, no) => worker(no)));
    return answered;
  }

  it('F32, R1: wrong passwords and made-up numbers from everywhere, while people sit', async () => {
    const sitters = await Promise.all(
      Array.from({ length: SITTERS }, (_, n) => Candidate.signUp(installation.base, `flood${n}`)),
    );
    for (const sitter of sitters) await sitter.start();

    const until = Date.now() + FOR_MS;
    const [logins, verifications, tookMs] = await Promise.all([
      flood(LOGINS_AT_ONCE, until, (client, from, n) =>
        client.call(
          'POST',
          '/api/v1/login',
          { email: `flood${n % SITTERS}@candidates.example`, password: `guess ${n}` },
          { 'x-forwarded-for': from },
        ),
      ),
      flood(VERIFICATIONS_AT_ONCE, until, (client, from, n) =>
        client.call(
          'POST',
          '/api/v1/verifications',
          { number: `HZ-2026-${n}`, name: '张三' },
          { 'x-forwarded-for': from },
        ),
      ),
      Promise.all(sitters.map((sitter) => sit(sitter, until))).then((each) => each.flat()),
    ]);
    expect(logins).toBeGreaterThan(LOGINS_AT_ONCE);
    expect(verifications).toBeGreaterThan(VERIFICATIONS_AT_ONCE);
    expect(p99(tookMs)).toBeLessThan(P99_MS);
    expect(await ledger.lost(installation)).toEqual([]);
  });
});

function p99(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.99)]!;
}
