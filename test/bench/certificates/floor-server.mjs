// Bare Fastify with pg that answers a certificate by its primary key, in a process of its own as the API is. It gets the same requests as
// the real server, but checks no input, no code, no signature, no status and no limit, and records nothing.
import Fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.argv[2], max: 10 });
const LOOK_UP = {
  name: 'look-up',
  text: 'SELECT number, status, credential FROM verification.published WHERE number = $1',
};
const app = Fastify();
app.post('/api/v1/verifications', async ({ body: { number } }, reply) => {
  const { rows } = await pool.query({ ...LOOK_UP, values: [number] });
  return rows.length === 0 ? reply.code(404).send() : { verdict: 'valid', certificate: rows[0] };
});
console.log(await app.listen({ port: 0, host: '127.0.0.1' }));
