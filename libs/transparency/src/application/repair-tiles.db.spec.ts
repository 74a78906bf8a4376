import { LogDamaged } from '../contract';
import { anEntry, logWorld, type LogWorld } from '../testing/log.fixture';
import { IntegrateEntries } from './integrate-entries.command';
import { LogDocuments } from './log-documents.query';
import { RepairTiles } from './repair-tiles.command';

const LEAVES = 1_100;
const ALL = ['tile/0/000', 'tile/0/001', 'tile/0/002', 'tile/0/003', 'tile/0/004', 'tile/1/000'];
const [WITH_ITS_DIGEST, SHORTER] = ['altered together with its digest', 'shorter, with the digest of what is left'];

describe('F37: tiles of the log are built anew from its leaves', () => {
  let world: LogWorld;
  const repair = (write = true) => world.get(RepairTiles).run({ write });
  const tiles = () => world.sql('SELECT level, index, hashes, digest FROM transparency.tile ORDER BY level, index');
  const checkpoint = () => world.get(LogDocuments).checkpoint();
  let whole: Awaited<ReturnType<typeof tiles>>;

  beforeAll(async () => {
    world = await logWorld();
    await world.appendMany(LEAVES);
    await world.get(IntegrateEntries).run();
    whole = await tiles();
  }, 120_000);
  afterAll(() => world.context.close());

  it('a whole log is left as it is', async () => {
    await expect(repair()).resolves.toEqual({ leaves: LEAVES, tiles: ALL.length, damaged: [] });
    await expect(tiles()).resolves.toEqual(whole);
  });

  const set = (change: string, where: string) => `UPDATE transparency.tile SET ${change} WHERE ${where}`;
  const FIRST = 'level = 0 AND index = 0';
  it.each<[string, string[], string[]]>([
    ['lost', [`DELETE FROM transparency.tile WHERE ${FIRST}`], ['tile/0/000']],
    ['lost, and it is the top', ['DELETE FROM transparency.tile WHERE level = 1'], ['tile/1/000']],
    ['all of them lost', ['DELETE FROM transparency.tile'], ALL],
    ['a bit of it flipped', [set('hashes = set_bit(hashes, 77, 1 - get_bit(hashes, 77))', FIRST)], ['tile/0/000']],
    ['its digest altered', [set(`digest = sha256('other')`, 'level = 1')], ['tile/1/000']],
    [
      WITH_ITS_DIGEST,
      [set('hashes = set_bit(hashes, 8, 1 - get_bit(hashes, 8))', FIRST), set('digest = sha256(hashes)', FIRST)],
      ['tile/0/000'],
    ],
    [
      SHORTER,
      [
        set('hashes = substring(hashes FOR 64)', 'level = 0 AND index = 4'),
        set('digest = sha256(hashes)', 'level = 0 AND index = 4'),
      ],
      ['tile/0/004'],
    ],
  ])('a tile %s', async (_, damage, named) => {
    const before = await checkpoint();
    for (const sql of damage) await world.behindTheTriggers(sql);
    const damaged = await tiles();
    await expect(repair(false)).resolves.toMatchObject({ damaged: named });
    await expect(tiles()).resolves.toEqual(damaged);
    await expect(repair()).resolves.toMatchObject({ damaged: named });
    await expect(tiles()).resolves.toEqual(whole);
    await expect(checkpoint()).resolves.toBe(before);
    for (const leaf of [0, LEAVES - 1])
      await expect(world.get(LogDocuments).proof(leaf)).resolves.toContain(`index ${leaf}\n`);
  });

  it('afterwards a tile only grows, as before', async () => {
    await world.behindTheTriggers('DELETE FROM transparency.tile');
    await repair();
    const change = set('hashes = set_bit(hashes, 8, 1 - get_bit(hashes, 8)), digest = digest', FIRST);
    await expect(world.uow.run((tx) => tx.query(change))).rejects.toThrow('a tile only grows');
    await world.append(anEntry('HZ-AFTER-REPAIR'));
    await world.get(IntegrateEntries).run();
    await expect(world.get(LogDocuments).proof(LEAVES)).resolves.toContain(`index ${LEAVES}\n`);
    whole = await tiles();
  });

  it('waits for whoever grows the log, and the other way round', async () => {
    await world.behindTheTriggers('DELETE FROM transparency.tile WHERE level = 0 AND index = 1');
    await world.appendMany(300, 'HZ-MEANWHILE');
    await Promise.all([repair(), world.get(IntegrateEntries).run(), repair()]);
    await expect(repair()).resolves.toMatchObject({ leaves: LEAVES + 301, damaged: [] });
    await expect(world.get(LogDocuments).proof(LEAVES + 300)).resolves.toContain('index');
    whole = await tiles();
  });

  describe('from leaves that do not lead to what was signed nothing is built', () => {
    const flip = (column: string, table: string, where: string) =>
      `UPDATE transparency.${table} SET ${column} = set_bit(${column}, 77, 1 - get_bit(${column}, 77)) WHERE ${where}`;
    it.each([
      ['an altered leaf', flip('bytes', 'leaf', 'index = 7'), /not the root of/],
      ['an altered head', flip('root', 'head', 'true'), /not the root of/],
      [
        'an altered checkpoint',
        flip('root', 'checkpoint', 'size = (SELECT max(size) FROM transparency.checkpoint)'),
        /not the root/,
      ],
    ])('%s', async (_, damage, said) => {
      await world.behindTheTriggers('DELETE FROM transparency.tile WHERE level = 0 AND index = 2');
      await world.behindTheTriggers(damage);
      const before = await tiles();
      await expect(repair()).rejects.toMatchObject({ params: { part: expect.stringMatching(said) as string } });
      await expect(tiles()).resolves.toEqual(before);
      await world.behindTheTriggers(damage);
      await repair();
      await expect(tiles()).resolves.toEqual(whole);
    });

    it('a lost leaf', async () => {
      const [leaf] = await world.sql<{ entry_id: string; bytes: Buffer }>(
        'SELECT entry_id, bytes FROM transparency.leaf WHERE index = 40',
      );
      await world.behindTheTriggers('DELETE FROM transparency.leaf WHERE index = 40');
      await expect(repair()).rejects.toBeInstanceOf(LogDamaged);
      await world.behindTheTriggers('INSERT INTO transparency.leaf (index, entry_id, bytes) VALUES (40, $1, $2)', [
        leaf!.entry_id,
        leaf!.bytes,
      ]);
      await expect(repair()).resolves.toMatchObject({ damaged: [] });
    });
  });
});
