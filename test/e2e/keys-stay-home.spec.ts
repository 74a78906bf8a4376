import { PAPER_TYPE, partsOf } from '@hz/delivery/contract';
import { ITEM_TYPES } from '@hz/kernel';
import { Api, type Account, type Reply } from './support/api';
import { bankOf, Canaries, type Variant } from './support/bank';
import { CandidateJourney, OPENED, type Recorded } from './support/candidate-journey';
import { Exam } from './support/exam';
import { LeakFinder } from './support/leaks';

interface Run {
  readonly canaries: Canaries;
  readonly traffic: Recorded[];
  readonly itemTypes: string[];
  readonly staffView: Reply;
}

/** One candidate's exam on a platform of its own, over the bank of this variant. */
async function runWith(variant: Variant): Promise<Run> {
  const api = await Api.start();
  try {
    const canaries = new Canaries();
    const exam = await Exam.set(api, bankOf(variant, canaries));
    const sessionId = await exam.session(false);
    const candidate: Account = await api.account('candidate', ['candidate']);
    const ids = await api.sql<{ id: string; item_id: string }>(
      'SELECT id, item_id FROM item_bank.item_version ORDER BY id',
    );
    const journey = new CandidateJourney(api, candidate, sessionId, [ids[0]!.id, ids[0]!.item_id]);
    await journey.run();
    const author = await api.account('author', ['author']);
    const staffView = await api.call(author, 'GET', `/api/v1/items/${ids[0]!.item_id}`);
    return { canaries, traffic: journey.traffic, itemTypes: journey.itemTypes, staffView };
  } finally {
    await api.stop();
  }
}

/** P3, S3: before the release, nothing of a key leaves the server towards a candidate. */
describe('keys stay home', () => {
  let a: Run;
  let b: Run;
  let finder: LeakFinder;

  beforeAll(async () => {
    a = await runWith('A');
    b = await runWith('B');
    finder = new LeakFinder([...a.canaries.all, ...a.canaries.numbers, ...b.canaries.all, ...b.canaries.numbers]);
  }, 240_000);

  it('with a form that holds every registered type of item', () => {
    expect([...new Set(a.itemTypes)].sort()).toEqual([...ITEM_TYPES].sort());
    expect(a.canaries.all.length).toBeGreaterThan(50);
    expect(a.canaries.numbers.length).toBeGreaterThan(0);
  });

  it('and traffic that was really there', () => {
    const ok = a.traffic.filter(({ reply }) => reply.status < 300).map(({ request }) => request);
    for (const part of [
      '/papers/',
      OPENED,
      '/start',
      '/responses',
      '/submission',
      '/receipt',
      '/ticket.pdf',
      'openapi.json',
      '/schemes',
      '/me/registrations',
    ]) {
      expect(ok.filter((request) => request.includes(part))).not.toEqual([]);
    }
    const refused = a.traffic.filter(({ reply }) => reply.status >= 400);
    expect(refused.length).toBeGreaterThan(30);
    expect(a.traffic.filter(({ reply }) => reply.status >= 500).map(({ request }) => request)).toEqual([]);
  });

  it('holds no secret of a key in any disguise', () => {
    const leaks = [a, b].flatMap(({ traffic }) =>
      traffic.flatMap(({ request, reply }) => finder.in(reply).map((leak) => `${request}: ${leak}`)),
    );
    expect(leaks).toEqual([]);
  });

  it('is the same, byte for byte, when nothing but the keys differs', () => {
    const seen = [a, b].map(({ traffic }) => normalised(traffic));
    const differing = seen[0]!.filter((line, index) => line !== seen[1]![index]);
    expect(differing).toEqual(seen[1]!.filter((line, index) => line !== seen[0]![index]));
    expect(seen[0]!.length).toBe(seen[1]!.length);
    expect(differing).toEqual([]);
  });

  describe('and this test would notice', () => {
    it('the keys that an author may see', () => {
      expect(a.staffView.status).toBe(200);
      expect(finder.in(a.staffView)).not.toEqual([]);
    });

    const plants: [string, (canary: string) => string][] = [
      ['as it is', (canary) => canary],
      ['in hexadecimal', (canary) => Buffer.from(canary).toString('hex')],
      ['in base64 of a longer text', (canary) => Buffer.from(`{"why":"${canary}"}`).toString('base64')],
      ['in base64url at another place', (canary) => Buffer.from(`ab${canary}cd`).toString('base64url')],
      ['percent-encoded', (canary) => [...canary].map((c) => `%${c.charCodeAt(0).toString(16)}`).join('')],
      ['in escapes of JSON', (canary) => [...canary].map((c) => `\\u00${c.charCodeAt(0).toString(16)}`).join('')],
      ['as bytes', (canary) => Buffer.from(canary, 'hex').toString('base64')],
    ];
    it.each(plants)('a canary planted %s into a real reply', (_, disguise) => {
      const { reply } = a.traffic.find(({ request }) => request === OPENED)!;
      const leaky = { ...reply, body: Buffer.concat([reply.body, Buffer.from(disguise(a.canaries.all[7]!))]) };
      expect(finder.in(reply)).toEqual([]);
      expect(finder.in(leaky).join()).toContain(a.canaries.all[7]);
    });

    it('a header that holds one', () => {
      const { reply } = a.traffic[0]!;
      expect(finder.in({ ...reply, headers: { ...reply.headers, etag: a.canaries.all[3] } })).toHaveLength(1);
    });

    it('a reply that is one byte longer, or in another order, for another key', () => {
      const longer = (body: Buffer) => Buffer.concat([body, Buffer.of(0)]);
      const otherwise = (body: Buffer) => Buffer.from(body.toString().replace('"A"', '"B"'));
      const plants: [(request: string) => boolean, (body: Buffer) => Buffer][] = [
        [(request) => request === OPENED, longer],
        [(request) => request === OPENED, otherwise],
        [(request) => request.startsWith('GET /api/v1/papers/'), longer],
      ];
      for (const [isIt, change] of plants) {
        const index = a.traffic.findIndex(({ request, reply }) => isIt(request) && reply.status === 200);
        const planted = b.traffic.map((each, at) =>
          at === index ? { ...each, reply: { ...each.reply, body: change(each.reply.body) } } : each,
        );
        expect(normalised(planted)).not.toEqual(normalised(a.traffic));
      }
    });
  });
});

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** What is random or a moment, whatever the keys are; each with the same number of characters, so that lengths still count. */
const VARIABLE: readonly RegExp[] = [
  /"(?:mac|macKey|hash|signature|publicKey|csrfToken|iv|box|digest)":"[^"]*"/g,
  // Each installation signs with a key of its own.
  /z6Mk[1-9A-HJ-NP-Za-km-z]{44}/g,
  // Made of the body, which is compared itself.
  /"etag":"\\"[\w-]+\\""/g,
  // Sealed under random keys: of a paper, the lengths must be the same, and what it decrypts to.
  /papers\/[0-9a-f]{64}/g,
  /\\"[0-9a-f]{64}\\"/g,
  /ticket-[0-9a-f]{8}\.pdf/g,
  /\b1\d{12}\b/g,
  /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g,
  /[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} GMT/g,
];

/** The traffic with ids by their first appearance and with moments and tokens blanked: what is left must not depend on keys. */
function normalised(traffic: readonly Recorded[]): string[] {
  const names = new Map<string, string>();
  const name = (id: string) => names.get(id) ?? names.set(id, `id-${names.size}`).get(id)!;
  return traffic.map(({ request, reply }) => {
    const isPdf = String(reply.headers['content-type']).includes('pdf');
    // A PDF is packed and carries its moment: of it, the kind alone is compared; its text is searched for secrets above.
    const { 'content-length': _, ...headers } = reply.headers;
    const text = [request, reply.status, JSON.stringify(headers), isPdf ? '' : textOf(reply)].join('\n');
    const blank = VARIABLE.reduce((rest, pattern) => rest.replace(pattern, (found) => '#'.repeat(found.length)), text);
    return blank.replace(UUID, name);
  });
}

/** Of a sealed paper, what is in the clear and how long it is. */
function textOf({ headers, body }: Reply): string {
  if (headers['content-type'] !== PAPER_TYPE) return body.toString();
  return `${JSON.stringify(partsOf(new Uint8Array(body)).header)} ${body.length}`;
}
