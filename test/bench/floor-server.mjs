// Bare Fastify with pg and the statement of the real save, in a process of its own as the API is: one commit per request, or one for
// all that came while the commit before it was under way. It is sent the same requests as the real server, but asks nobody who calls,
// checks no input and signs nothing.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Fastify from 'fastify';
import pg from 'pg';
import { ROOT } from '../../scripts/lib/paths.mjs';

const [databaseUrl, kind] = process.argv.slice(2);
const { appendBatch } = createRequire(import.meta.url)(join(ROOT, 'dist/libs/delivery/src/persistence/save-batch.js'));
const PROTECTIONS = { lease: true, deadline: true };
const pool = new pg.Pool({ connectionString: databaseUrl, max: 6 });
const places = await placesOfAttempts();

/** Session and open section of every attempt, which the real server knows and keeps as well. */
async function placesOfAttempts() {
  const { rows } = await pool.query('SELECT id, session_id, open_sections FROM delivery.attempt');
  return new Map(rows.map((row) => [row.id, { sessionId: row.session_id, sectionId: row.open_sections?.[0] ?? null }]));
}

async function one(save) {
  const [outcome] = await appendBatch(pool, [save], PROTECTIONS);
  return outcome;
}

let waiting = [];
let isWriting = false;
async function flush() {
  if (isWriting || waiting.length === 0) return;
  isWriting = true;
  const batch = waiting.sort((a, b) => (a.save.attemptId < b.save.attemptId ? -1 : 1));
  waiting = [];
  const outcomes = await appendBatch(
    pool,
    batch.map(({ save }) => save),
    PROTECTIONS,
  );
  batch.forEach(({ done }, index) => done(outcomes[index]));
  isWriting = false;
  void flush();
}

function many(save) {
  return new Promise((done) => {
    waiting.push({ save, done });
    setImmediate(flush);
  });
}

const append = kind === 'batched' ? many : one;
const app = Fastify();
app.post('/api/v1/attempts/:id/responses', async ({ params: { id }, body: { leaseId, saves } }, reply) => {
  const [{ seq, itemRef, value }] = saves;
  const save = { ...places.get(id), attemptId: id, leaseId, seq, itemRef, value: JSON.stringify(value) };
  const { saved, receivedAt } = await append(save);
  return saved ? { seq, receivedAt } : reply.code(409).send();
});
console.log(await app.listen({ port: 0, host: '127.0.0.1' }));
