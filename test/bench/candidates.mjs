import { randomUUID } from 'node:crypto';
import { makePageKey } from '../tools/sealed-paper.mjs';
import { Connection } from './load.mjs';

const PASSWORD = 'a quiet river bend';
const CLAIMS = { yearsOfWork: 9, education: null, certificates: [] };
const AT_ONCE = 4;

/** So many candidates in the waiting room of the walk-in session, each signed in: `{ headers, attemptId, paper, page }`. */
export async function waitingCandidates(base, count) {
  const seated = [];
  let next = 0;
  const work = async () => {
    const connection = new Connection(base);
    const { rows } = JSON.parse((await connection.call('GET', '/api/v1/sessions?status=open')).text);
    const session = rows.find(({ opensAt }) => opensAt < Date.now());
    while (next < count) seated.push(await waiting(connection, session.id, next++));
    connection.close();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return seated;
}

async function waiting(connection, sessionId, n) {
  // Limits count by address: each comes from one of its own.
  const from = { 'x-forwarded-for': `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}` };
  const email = `bench-${randomUUID()}@bench.example`;
  const send = async (path, body, headers) => {
    const reply = await connection.call('POST', path, body, { ...from, ...headers });
    if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${reply.text}`);
    return reply;
  };
  await send('/api/v1/accounts', { email, password: PASSWORD, legalName: '压测', language: 'zh' });
  const login = await send('/api/v1/login', { email, password: PASSWORD });
  const headers = { ...from, cookie: login.cookie, 'x-csrf-token': JSON.parse(login.text).csrfToken };
  const post = async (path, body) => JSON.parse((await send(path, body, headers)).text);
  const { id } = await post(`/api/v1/sessions/${sessionId}/registrations`, { pledge: true, claims: CLAIMS });
  const attempt = await post(`/api/v1/registrations/${id}/attempt`, {});
  return { headers, attemptId: attempt.id, paper: attempt.paper, page: makePageKey() };
}
