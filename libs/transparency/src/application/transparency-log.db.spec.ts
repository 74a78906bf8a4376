import { canonicalJson, instant } from '@hz/kernel';
import { isSignedBy, TestSwitches } from '@hz/platform';
import { commitmentOf, LoggedDifferently, LogPartNotFound } from '../contract';
import { parseCheckpoint } from '../domain/checkpoint';
import { leafHash } from '../domain/merkle-hash';
import { parseNote, parseVerifierKey, signaturesOf } from '../domain/note';
import { isConsistent, isIncluded, type Tree } from '../domain/proofs';
import { anEntry, logWorld, type LogWorld } from '../testing/log.fixture';
import { CheckpointRepository } from '../persistence/checkpoint.repository';
import { GrowLog, IntegrateEntries, SignHead } from './integrate-entries.command';
import { LogDocuments } from './log-documents.query';
import { LogKey } from './log-key';
import { TransparencyLog } from './transparency-log';

let world: LogWorld;
const log = () => world.get(TransparencyLog);
const documents = () => world.get(LogDocuments);

beforeAll(async () => {
  world = await logWorld();
}, 120_000);
afterAll(() => world.context.close());

/** The tree that the newest checkpoint speaks of, once its signature holds. */
async function signedTree(of = world): Promise<Tree> {
  const note = parseNote(await of.get(LogDocuments).checkpoint())!;
  const keys = (await of.get(LogDocuments).keys())
    .trim()
    .split('\n')
    .map((word) => parseVerifierKey(word)!);
  const holds = keys.some((key) =>
    signaturesOf(note, key).some(({ signature }) => isSignedBy(key.publicKey, Buffer.from(note.text), signature)),
  );
  expect(holds).toBe(true);
  return parseCheckpoint(note.text)!;
}

/** What a proof says, by its lines. */
function partsOf(proof: string) {
  const [head, ...checkpoint] = proof.split('\n\n');
  const lines = head!.split('\n');
  const extra = lines.find((line) => line.startsWith('extra '))?.slice(6);
  const at = lines.findIndex((line) => line.startsWith('index '));
  return {
    first: lines[0],
    extra: extra === undefined ? null : (JSON.parse(Buffer.from(extra, 'base64').toString()) as Record<string, string>),
    index: Number(lines[at]!.slice(6)),
    hashes: lines.slice(at + 1).map((line) => new Uint8Array(Buffer.from(line, 'base64'))),
    tree: parseCheckpoint(parseNote(checkpoint.join('\n\n'))!.text)!,
  };
}

describe('the transparency log', () => {
  it('P2: takes an entry once, however often and at once it is appended', async () => {
    const entry = anEntry('HZ-ONCE');
    const ids = await Promise.all([world.append(entry), world.append(entry), world.append(entry)]);
    ids.push(await world.append({ ...entry, at: instant(entry.at + 5) }));
    expect(new Set(ids).size).toBe(1);
    const before = await log().included(ids[0]!);
    await expect(log().included(ids[1]!)).resolves.toEqual(before);
    await expect(world.sql(`SELECT 1 FROM transparency.leaf WHERE entry_id = $1`, [ids[0]])).resolves.toHaveLength(1);
    await expect(world.append({ ...entry, commitment: 'a'.repeat(64) })).rejects.toThrow(LoggedDifferently);
  });

  it('lets a suspension come again, and an issue not', async () => {
    const suspended = anEntry('HZ-TWICE', { kind: 'suspend' });
    const first = await world.append(suspended);
    expect(await world.append({ ...suspended, commitment: 'b'.repeat(64) })).not.toBe(first);
  });

  it('proves an entry to a stranger who has the proof, the key and the opening alone', async () => {
    const opening = { salt: new Uint8Array(32).fill(9), committed: { number: 'HZ-PROVEN', credentials: ['aa', 'bb'] } };
    const entry = anEntry('HZ-PROVEN', { commitment: commitmentOf(opening) });
    const id = await world.append(entry);
    const { first, extra, index, hashes, tree } = partsOf(await log().proof(id, opening));
    expect(first).toBe('c2sp.org/tlog-proof@v1');
    const { at, kind, salt, committed } = extra!;
    const commitment = commitmentOf({ salt: Buffer.from(salt!, 'base64'), committed: committed as unknown as object });
    const leaf = leafHash(Buffer.from(canonicalJson({ at, commitment, kind })));
    expect(isIncluded(leaf, index, hashes, tree)).toBe(true);
    const other = commitmentOf({ ...opening, committed: { number: 'HZ-OTHER' } });
    expect(isIncluded(leafHash(Buffer.from(canonicalJson({ at, commitment: other, kind }))), index, hashes, tree)).toBe(
      false,
    );
    await expect(log().proof(id, { ...opening, salt: new Uint8Array(32) })).rejects.toThrow(LoggedDifferently);
  });

  it('stays one tree over many batches and tiles: each checkpoint continues the one before', async () => {
    let before = await signedTree();
    for (const count of [1, 255, 300, 2_100]) {
      await world.appendMany(count, `HZ-GROW-${count}`);
      await world.get(IntegrateEntries).run();
      const after = await signedTree();
      expect(after.size).toBeGreaterThanOrEqual(before.size + count);
      const [head, ...note] = (await documents().consistency(before.size)).split('\n\n');
      const proof = head!
        .split('\n')
        .slice(1)
        .map((line) => new Uint8Array(Buffer.from(line, 'base64')));
      expect(parseCheckpoint(parseNote(note.join('\n\n'))!.text)).toEqual(after);
      expect(isConsistent(before, after, proof)).toBe(true);
      before = after;
    }
  });

  it('gives every tile and bundle of its size, and none that is not there', async () => {
    const { size } = await signedTree();
    const full = await documents().tile('0/000');
    expect(full).toHaveLength(8_192);
    const bundle = Buffer.from(await documents().tile('entries/000.p/2'));
    const length = bundle.readUInt16BE(0);
    expect(leafHash(bundle.subarray(2, 2 + length))).toEqual(new Uint8Array(full.subarray(0, 32)));
    expect(JSON.parse(bundle.subarray(2, 2 + length).toString())).toEqual({
      at: '2026-09-21T14:13:20.000Z',
      commitment: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      kind: expect.any(String) as string,
    });
    const edge = Math.floor(size / 256);
    await expect(documents().tile(`0/${String(edge).padStart(3, '0')}.p/${size % 256}`)).resolves.toHaveLength(
      (size % 256) * 32,
    );
    for (const path of [
      `0/${String(edge).padStart(3, '0')}`,
      '0/999',
      '1/000',
      '64/000',
      '0/0',
      '0/x000/000',
      'entries/999',
      '0/000.p/0',
      '0/000.p/256',
      '00/000',
    ]) {
      await expect(documents().tile(path)).rejects.toThrow(LogPartNotFound);
    }
  });

  it('P2: two sequencers at once, and many who append meanwhile, make one history without a gap', async () => {
    const second = new IntegrateEntries(
      world.get(GrowLog),
      world.get(SignHead),
      world.get(CheckpointRepository),
      world.get(LogKey),
      world.get(TestSwitches),
    );
    const before = await signedTree();
    await Promise.all(
      Array.from({ length: 40 }, async (_, no) => {
        const id = await world.append(anEntry(`HZ-RACE-${no}`));
        await (no % 2 === 0 ? second : world.get(IntegrateEntries)).run();
        return log().included(id);
      }),
    );
    const after = await signedTree();
    expect(after.size).toBe(before.size + 40);
    const [{ n, last }] = (await world.sql<{ n: number; last: string }>(
      'SELECT count(*)::int AS n, max(index) AS last FROM transparency.leaf',
    )) as [{ n: number; last: string }];
    expect([n, Number(last)]).toEqual([after.size, after.size - 1]);
  });

  it.each([
    'UPDATE transparency.entry SET subject = subject',
    'DELETE FROM transparency.leaf',
    'TRUNCATE transparency.tile',
    'UPDATE transparency.tile SET hashes = set_byte(hashes, 3, 0)',
    'UPDATE transparency.head SET size = 1',
    'UPDATE transparency.checkpoint SET root = root',
    'DELETE FROM transparency.cosignature',
    'DELETE FROM transparency.tile',
  ])('refuses %s', async (sql) => {
    await expect(world.uow.run((tx) => tx.query(sql))).rejects.toThrow(/append-only|only grow/);
  });
});
