import { createHash, randomFillSync } from 'node:crypto';
import pg from 'pg';
import { figuresOf } from '../load.mjs';

const WIDTH = 256;
const HASH_BYTES = 32;
const TILES_AT_ONCE = 500;
const PROOFS = 1_000;

const node = (left, right) =>
  createHash('sha256')
    .update(Buffer.from([1]))
    .update(left)
    .update(right)
    .digest();
const INSERT = `INSERT INTO transparency.tile (level, index, hashes, digest)
  SELECT $1, index, hashes, digest FROM unnest($2::bigint[], $3::bytea[], $4::bytea[]) AS given (index, hashes, digest)
  ON CONFLICT (level, index) DO NOTHING`;

/** The hash over a whole tile. */
function rootOf(tile) {
  let hashes = Array.from({ length: WIDTH }, (_, n) => tile.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES));
  while (hashes.length > 1) {
    hashes = Array.from({ length: hashes.length / 2 }, (_, n) => node(hashes[2 * n], hashes[2 * n + 1]));
  }
  return hashes[0];
}

/** Fills the log's tiles with so many leaves whose hashes are random: proofs read nothing but tiles. */
export async function fillTiles(databaseUrl, leaves) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  // The log of the certificates before makes room; in its place stands a larger one.
  await client.query('SET session_replication_role = replica');
  await client.query('TRUNCATE transparency.tile');
  for (let level = 0, width = Math.ceil(leaves / WIDTH), above = null; ; level += 1, width = Math.ceil(width / WIDTH)) {
    const roots = [];
    for (let from = 0; from < width; from += TILES_AT_ONCE) {
      const tiles = Array.from({ length: Math.min(TILES_AT_ONCE, width - from) }, (_, n) => {
        if (above === null) return randomFillSync(Buffer.alloc(WIDTH * HASH_BYTES));
        return Buffer.concat(above.slice((from + n) * WIDTH, (from + n + 1) * WIDTH));
      });
      for (const tile of tiles) if (tile.length === WIDTH * HASH_BYTES) roots.push(rootOf(tile));
      const digests = tiles.map((tile) => createHash('sha256').update(tile).digest());
      await client.query(INSERT, [level, tiles.map((_, n) => from + n), tiles, digests]);
    }
    if (roots.length === 0) break;
    above = roots;
  }
  await client.end();
}

/** Proofs of random leaves of trees of these sizes, made and checked as the server does: figures for each size. */
export async function proofTimes(app, sizes) {
  const reader = app.get('TreeReader', 'libs/transparency/src/application/tree-reader.js');
  const rows = [];
  for (const size of sizes) {
    const [root] = await reader.hashesOf([{ start: 0, end: size }], size);
    const times = [];
    const from = performance.now();
    for (let n = 0; n < PROOFS; n += 1) {
      const asked = performance.now();
      await reader.inclusionProof(Math.floor(Math.random() * size), { size, root });
      times.push(performance.now() - asked);
    }
    const sample = { times, seconds: (performance.now() - from) / 1_000, processor: 0, failed: 0 };
    rows.push({ connections: size, figures: figuresOf([sample]) });
  }
  return rows;
}
