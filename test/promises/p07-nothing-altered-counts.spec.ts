import { canonicalJson, MS_PER_DAY } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { Publications } from '@hz/verification';
import { PDFDocument } from 'pdf-lib';
import { rootCertificates } from 'node:tls';
import { trustOf, verify, type Code, type Options, type Report, type Trust } from '../../packages/verifier/src';
import { bakedBadge } from '../browser/baked';
import { certificatesWorld, type IssuedFiles } from './certificates/issued';
import { byteMutations, fieldMutations, textMutations, type Mutation } from './certificates/mutations';

type Input = string | Uint8Array<ArrayBuffer>;
interface Case {
  readonly at: string;
  readonly input: Input;
  readonly trust?: Trust;
  readonly options?: Partial<Options>;
}
type Wanted = readonly Code[] | ((at: string) => readonly Code[]);

const ALTERED: readonly Code[] = ['proof-broken', 'malformed'];
const UNREADABLE: readonly Code[] = [...ALTERED, 'no-certificate', 'rewritten', 'issuer-unknown', 'key-unknown'];
/** More places than any of the texts has: each character is changed. */
const EVERYWHERE = 100_000;
const utf8 = (text: string) => new TextEncoder().encode(text);
const fromLatin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const FOREIGN_ROOT = rootCertificates[0]!;
const base64url = (text: string) => Buffer.from(text).toString('base64url');

/** Certificates of the real pipeline, each changed in one place: none may be found valid, and each for the right reason. */
describe('P7: nothing altered counts', () => {
  let made: Awaited<ReturnType<typeof certificatesWorld>>;
  let files: IssuedFiles;
  let other: IssuedFiles;
  let trust: Trust;
  let options: Options;
  const tried = new Map<string, number>();

  beforeAll(async () => {
    made = await certificatesWorld();
    [files, other] = [await made.issue(), await made.issue()];
    trust = await trustOf(await made.trustFile());
    options = { now: made.world.context.clock.now() + 60_000, statusLists: await made.statusLists() };
  }, 120_000);
  afterAll(() => made.world.context.close());

  const check = (each: Case): Promise<Report> =>
    verify(typeof each.input === 'string' ? utf8(each.input) : each.input, each.trust ?? trust, {
      ...options,
      ...each.options,
    });

  /** Looks at all of them, and wants of each that it is not valid and why. */
  async function noneCounts(group: string, cases: readonly Case[], wanted: Wanted): Promise<void> {
    const wrong: string[] = [];
    for (const each of cases) {
      const { verdict, reasons, facts } = await check(each);
      const may = typeof wanted === 'function' ? wanted(each.at) : wanted;
      const [first] = reasons;
      if (verdict === 'valid' || first === undefined || !may.includes(first))
        wrong.push(`${each.at}: ${verdict} ${first}`);
      // Of what is altered nothing is shown.
      if (facts !== null && ALTERED.includes(first!)) wrong.push(`${each.at}: shown`);
    }
    tried.set(group, cases.length);
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThan(0);
  }

  const whyOf = (at: string): readonly Code[] => {
    if (/verificationMethod/.test(at)) return [...ALTERED, 'key-unknown', 'issuer-unknown'];
    return /^\/(issuer|iss)\b/.test(at) ? [...ALTERED, 'issuer-unknown'] : ALTERED;
  };

  describe('unaltered, to begin with', () => {
    it('is valid in each form', async () => {
      const all: Input[] = [
        ...Object.values(files.credentials),
        ...Object.values(files.tokens),
        files.qrUrl,
        files.qrPayload,
      ];
      expect(all).toHaveLength(10);
      for (const input of all)
        await expect(check({ at: '', input })).resolves.toMatchObject({ verdict: 'valid', reasons: [] });
    });

    it('says what was signed, and how old the knowledge is', async () => {
      const report = await check({
        at: '',
        input: files.credentials['whole-score']!,
        options: { logProofs: [files.logProof] },
      });
      expect(report).toMatchObject({
        facts: { number: files.number, holderName: '欧阳晓明', level: 'L4', masked: false },
        logged: { origin: 'localhost:3000/log', index: 0 },
        statusAsOf: expect.stringMatching(/^2026-11-24T/) as string,
      });
      const masked = await check({ at: '', input: files.credentials['masked-pass']! });
      expect(masked.facts).toMatchObject({ holderName: '欧**', masked: true, results: [], latinName: null });
    });
  });

  it.each(['whole-score', 'masked-pass'])('a credential (%s), each field', async (form) => {
    await noneCounts(`fields of ${form}`, fieldMutations(files.credentials[form]!), whyOf);
  });

  it('a credential, its text: characters, spaces, cuts, members twice', async () => {
    const text = files.credentials['whole-score']!;
    const twice: Mutation<string>[] = [
      { at: 'a name twice', input: text.replace('"name":', '"name":"Somebody Else","name":') },
      { at: 'a proof twice', input: text.replace('"proof":', '"proof":[],"proof":') },
      { at: 'spelt otherwise', input: text.replace('欧', '\\u6b27') },
      { at: 'a mark before it', input: `\ufeff${text}` },
    ];
    await noneCounts('text of a credential', [...textMutations(text, EVERYWHERE), ...twice], UNREADABLE);
    await noneCounts('text of another form', textMutations(files.credentials['masked-pass']!, 1_500), UNREADABLE);
  });

  it('the proofs of another certificate, or one proof alone', async () => {
    const [own, foreign] = [files, other].map(
      ({ credentials }) => JSON.parse(credentials['whole-score']!) as { proof: object[] },
    );
    const [rdfc, jcs] = own!.proof;
    const sets = [
      foreign!.proof,
      [rdfc],
      [jcs],
      [jcs, rdfc],
      [rdfc, rdfc],
      [jcs, jcs],
      [rdfc, foreign!.proof[1]],
      [foreign!.proof[0], jcs],
      rdfc,
      [],
      null,
    ];
    const cases = sets.map((proof, at) => ({ at: `set ${at}`, input: canonicalJson({ ...own, proof }) }));
    await noneCounts('proofs', cases, ALTERED);
  });

  it('a token: header, claims, signature, each region', async () => {
    const token = files.tokens['whole-score']!;
    const [header, payload, signature] = token.split('.') as [string, string, string];
    const said = Buffer.from(payload, 'base64url').toString();
    const fields = fieldMutations(said).map(({ at, input }) => ({
      at,
      input: `${header}.${base64url(input)}.${signature}`,
    }));
    await noneCounts('fields of a token', fields, whyOf);
    const headers = [
      { alg: 'none' },
      { alg: 'HS256' },
      { kid: 'did:web:example.org#key' },
      { typ: 'JWT' },
      { crit: ['b64'] },
    ].map((change) => {
      const altered = { ...(JSON.parse(Buffer.from(header, 'base64url').toString()) as object), ...change };
      return { at: JSON.stringify(change), input: `${base64url(canonicalJson(altered))}.${payload}.${signature}` };
    });
    const ends = ['', '.', '=', 'A'].map((end) => ({
      at: `ends with ${end}`,
      input: `${header}.${payload}.${end === '' ? '' : signature + end}`,
    }));
    const last = signature.at(-1)!;
    // Four bits of the last character mean nothing in Base64url: another spelling of the same bytes.
    const alias = String.fromCharCode(last.charCodeAt(0) + 1);
    const spelt = { at: 'spelt otherwise', input: `${header}.${payload}.${signature.slice(0, -1)}${alias}` };
    const regions = textMutations(token, 1_500);
    await noneCounts('text of a token', [...headers, ...ends, spelt, ...regions], UNREADABLE);
  });

  it('a QR code: each field, each region, another address, another number', async () => {
    const { qrUrl, qrPayload } = files;
    const [, body, signature] = qrPayload.split('.') as [string, string, string];
    const said = Buffer.from(body, 'base64url').toString();
    const fields = fieldMutations(said).map(({ at, input }) => ({ at, input: `1.${base64url(input)}.${signature}` }));
    await noneCounts('fields of a QR code', fields, [...ALTERED, 'key-not-in-trust']);
    const addresses = [
      { at: 'false site', input: qrUrl.replace('localhost:3000', 'localhost.example.org') },
      { at: 'other scheme', input: qrUrl.replace('http:', 'https:') },
    ];
    await noneCounts('addresses in QR codes', addresses, ['issuer-unknown']);
    const numbers = [
      { at: 'number', input: qrUrl.replace(files.number, other.number) },
      { at: 'signature', input: `1.${body}.${other.qrPayload.split('.')[2]}` },
    ];
    await noneCounts('swapped QR codes', numbers, ALTERED);
    await noneCounts('text of a QR code', textMutations(qrPayload, EVERYWHERE), [
      ...ALTERED,
      'key-not-in-trust',
      'no-certificate',
    ]);
  });

  it('the proof of the log: each line, and that of another certificate', async () => {
    const input = files.credentials['whole-score']!;
    const { logProof } = files;
    const cases = textMutations(logProof, EVERYWHERE).map(({ at, input: proof }) => ({
      at,
      input,
      options: { logProofs: [proof] },
    }));
    await noneCounts('log proofs', cases, ['log-proof-bad', 'log-not-in-trust']);
    const foreign = [{ at: 'of another', input, options: { logProofs: [other.logProof] } }];
    await noneCounts('swapped log proofs', foreign, ['log-proof-bad']);
    const none = [{ at: 'none', input, options: { requireLog: true } }];
    await noneCounts('missing log proofs', none, ['log-proof-missing']);
  });

  it('the status lists: each field, each region, missing, too old, of another purpose', async () => {
    const input = files.credentials['whole-score']!;
    const [revoked, suspended] = options.statusLists as [string, string];
    const withLists = (at: string, ...statusLists: string[]): Case => ({ at, input, options: { statusLists } });
    const altered = [
      ...fieldMutations(suspended).map((each) => withLists(each.at, revoked, each.input)),
      ...textMutations(suspended, EVERYWHERE).map((each) => withLists(each.at, revoked, each.input)),
    ];
    await noneCounts('status lists', altered, ['status-bad', 'status-missing']);
    const missing = [withLists('none'), withLists('one', revoked), withLists('twice', revoked, revoked)];
    await noneCounts('missing status lists', missing, ['status-missing']);
    const later = { at: 'eight days later', input, options: { now: options.now + 8 * MS_PER_DAY } };
    const earlier = { at: 'before it was signed', input, options: { now: options.now - 3_600_000 } };
    await noneCounts('old status lists', [later, earlier], ['status-stale']);
  });

  it('the dates', async () => {
    const { credentials, tokens, qrUrl } = files;
    const at = (days: number) => ({ now: options.now + days * MS_PER_DAY });
    const inputs = [credentials['whole-score']!, credentials['masked-score']!, tokens['whole-score']!, qrUrl];
    await noneCounts(
      'expired',
      inputs.map((input) => ({ at: 'in four years', input, options: at(1_461) })),
      ['expired'],
    );
    await noneCounts(
      'not yet',
      inputs.map((input) => ({ at: 'before', input, options: at(-2) })),
      ['status-stale', 'not-yet-valid'],
    );
  });

  it('the trust: another issuer, another key, a key that was lost', async () => {
    const file = await made.trustFile();
    const issuer = file.issuers[0]!;
    const did = issuer.didDocument as { id: string; verificationMethod: object[]; assertionMethod: string[] };
    const withDid = (didDocument: object, more: object = {}) =>
      trustOf({ ...file, issuers: [{ ...issuer, didDocument }], ...more });
    const elsewhere = JSON.parse(JSON.stringify(did).replaceAll(did.id, 'did:web:example.org')) as object;
    const keyless = { ...did, verificationMethod: [], assertionMethod: [] };
    const lost = (revoked: string) => ({
      ...did,
      verificationMethod: did.verificationMethod.map((method) => ({ ...method, revoked })),
      assertionMethod: [],
    });
    const inputs = [files.credentials['whole-score']!, files.tokens['whole-score']!];
    const under = async (name: string, other: Trust, wanted: readonly Code[]) =>
      noneCounts(
        name,
        inputs.map((input) => ({ at: name, input, trust: other })),
        wanted,
      );
    await under('another issuer', await withDid(elsewhere), ['issuer-unknown']);
    await under('no such key', await withDid(keyless), ['key-unknown']);
    await under('an older trust', await withDid(keyless, { retrievedAt: '2026-01-01T00:00:00.000Z' }), [
      'key-not-in-trust',
    ]);
    await under('a key lost before', await withDid(lost('2026-11-01T00:00:00.000Z')), ['key-compromised']);
    await under('a key lost since', await withDid(lost('2026-12-01T00:00:00.000Z')), ['signed-before-compromise']);
  });

  it('a certificate that no longer counts', async () => {
    const setStatus = (number: string, status: 'suspended' | 'valid' | 'revoked') =>
      made.world.get(UnitOfWork).run((tx) => made.world.get(Publications).setStatus(tx, number, status, 'reason'));
    const inputs = [...Object.values(other.credentials), ...Object.values(other.tokens), other.qrUrl];
    for (const status of ['suspended', 'revoked'] as const) {
      await setStatus(other.number, status);
      const statusLists = await made.statusLists();
      await noneCounts(
        status,
        inputs.map((input) => ({ at: status, input, options: { statusLists } })),
        [status],
      );
      await expect(check({ at: '', input: files.qrUrl, options: { statusLists } })).resolves.toMatchObject({
        verdict: 'valid',
      });
      const old = { statusLists, now: options.now + 8 * MS_PER_DAY };
      const told = status === 'revoked' ? status : 'status-stale';
      await noneCounts(
        `${status}, old`,
        inputs.map((input) => ({ at: status, input, options: old })),
        [told],
      );
    }
  });

  it('a badge: each byte of the picture, and other credentials baked in', async () => {
    const whole = files.credentials['whole-score']!;
    const badge = new Uint8Array(bakedBadge(whole));
    await expect(check({ at: '', input: badge })).resolves.toMatchObject({ verdict: 'valid', kind: 'picture' });
    await noneCounts('bytes of a badge', byteMutations(badge, EVERYWHERE), ['file-altered', 'no-certificate']);
    const baked = fieldMutations(whole).map(({ at, input }) => ({ at, input: new Uint8Array(bakedBadge(input)) }));
    await noneCounts('fields of a badge', baked, whyOf);
  });

  describe('a PDF', () => {
    const later: readonly Code[] = ['file-altered', 'no-certificate', ...ALTERED];

    it('is valid as it was issued, and each region counts', async () => {
      await expect(check({ at: '', input: files.pdf })).resolves.toMatchObject({
        verdict: 'valid',
        kind: 'pdf',
        facts: { number: files.number },
        logged: { index: 0 },
      });
      await noneCounts('bytes of a PDF', byteMutations(files.pdf, 180), later);
    });

    it('each byte of the signature counts, and what stands beside it', async () => {
      const text = Buffer.from(files.pdf).toString('latin1');
      const start = text.indexOf('/Contents <') + 11;
      const filled = text.slice(start).search(/0{64}/);
      const cases = Array.from({ length: 100 }, (_, each) => {
        const at = start + Math.floor((each * filled) / 100);
        const digit = text[at] === '0' ? '1' : '0';
        return { at: `digit ${at}`, input: fromLatin1(text.slice(0, at) + digit + text.slice(at + 1)) };
      });
      const padding = start + filled + 1_000;
      const more = [
        { at: 'in the room that is left', input: fromLatin1(`${text.slice(0, padding)}1${text.slice(padding + 1)}`) },
        {
          at: 'spelt otherwise',
          input: fromLatin1(text.slice(0, start) + text.slice(start).replace(/[a-f]/, (digit) => digit.toUpperCase())),
        },
      ];
      await noneCounts('the signature of a PDF', [...cases, ...more], later);
    });

    it('the attachments alone are not the PDF', async () => {
      const attached = await PDFDocument.create();
      attached.addPage().drawText('HZ: Somebody Else');
      await attached.attach(utf8(files.credentials['whole-score']!), 'credential.json');
      await attached.attach(utf8(files.logProof), 'credential.tlog-proof');
      const again = await PDFDocument.load(files.pdf);
      again.getPage(0).drawText('Somebody Else');
      const cases = [
        { at: 'another PDF around it', input: new Uint8Array(await attached.save({ useObjectStreams: false })) },
        { at: 'the same in packed objects', input: new Uint8Array(await attached.save()) },
        { at: 'saved anew', input: new Uint8Array(await again.save()) },
      ];
      await noneCounts('PDFs of others', cases, ['file-altered']);
    });

    it('under another authority, or none', async () => {
      const file = await made.trustFile();
      const none = await trustOf({ ...file, pdfRoots: [] });
      const logless = await trustOf({ ...file, logKeys: [] });
      await noneCounts('no authority', [{ at: 'none', input: files.pdf, trust: none }], ['file-not-checked']);
      await noneCounts('no log', [{ at: 'none', input: files.pdf, trust: logless }], ['log-not-in-trust']);
      const foreign = await trustOf({ ...file, pdfRoots: [FOREIGN_ROOT] });
      await noneCounts('another authority', [{ at: 'foreign', input: files.pdf, trust: foreign }], ['file-altered']);
    });
  });

  it('is at least ten thousand cases', () => {
    const all = [...tried.values()].reduce((sum, count) => sum + count, 0);
    process.stdout.write(`${[...tried].map(([group, count]) => `${group} ${count}`).join(', ')}: ${all}\n`);
    expect(all).toBeGreaterThanOrEqual(10_000);
  });
});
