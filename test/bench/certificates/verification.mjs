import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { query } from '../exam-day/database.mjs';
import { Connection, figuresOf, load, processorTime } from '../load.mjs';

const CONNECTIONS = 64;
const ROUNDS = 3;

/** Numbers and codes of so many certificates at most that are there. */
export async function questions(databaseUrl, app, limit) {
  const certificates = app.get('CertificateRepository', 'libs/certification/src/persistence/certificate.repository.js');
  const intents = app.get('CertificateIntents', 'libs/certification/src/application/certificate-intents.js');
  const rows = await query(
    databaseUrl,
    `SELECT number FROM certification.certificate WHERE status = 'valid' ORDER BY number LIMIT $1`,
    [limit],
  );
  const records = await Promise.all(rows.map(({ number }) => certificates.byNumber(number)));
  return records.map((record) => ({ number: record.number, code: intents.codeOf(record) }));
}

let asked = 0;
/** One question, from an address of its own. */
async function ask(connection, asks) {
  asked += 1;
  const from = { 'x-forwarded-for': `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}` };
  const { status, text } = await connection.call('POST', '/api/v1/verifications', asks[asked % asks.length], from);
  return status === 200 && text.includes('"verdict":"valid"');
}

/** The real server beside the floor, turn by turn. */
export async function besideFloor(server, asks, seconds) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'floor-server.mjs'), server.databaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const base = await new Promise((resolve) => child.stdout.once('data', (line) => resolve(String(line).trim())));
  const sides = [server, { base, pid: child.pid }];
  const samples = sides.map(() => []);
  try {
    for (const side of sides) await load(side, CONNECTIONS, seconds / 2, (connection) => ask(connection, asks));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [n, side] of sides.entries()) {
        samples[n].push(await load(side, CONNECTIONS, seconds / ROUNDS, (connection) => ask(connection, asks)));
      }
    }
  } finally {
    child.kill();
  }
  const [ours, floor] = samples.map((taken) => ({ connections: CONNECTIONS, figures: figuresOf(taken) }));
  return { ours: { ...ours, ratio: ours.figures.perSecond / floor.figures.perSecond }, floor };
}

/** Each question once, about a certificate of which the server knows nothing yet: it reads it and computes its proof. */
export async function firstQuestions(server, asks) {
  const left = asks.map((one) => [one]);
  const times = [];
  let failed = 0;
  const before = processorTime(server.pid);
  const from = performance.now();
  const askAll = async (connection) => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const began = performance.now();
      if (await ask(connection, next)) times.push(performance.now() - began);
      else failed += 1;
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, () => askAll(new Connection(server.base))));
  const sample = { times, failed, seconds: (performance.now() - from) / 1_000 };
  return {
    connections: CONNECTIONS,
    figures: figuresOf([{ ...sample, processor: processorTime(server.pid) - before }]),
  };
}

/** So many questions a second, on time whether or not earlier ones are answered: a late start counts as waiting. */
export async function atRate(server, asks, perSecond, seconds) {
  const free = Array.from({ length: CONNECTIONS }, () => new Connection(server.base));
  const times = [];
  let failed = 0;
  const before = processorTime(server.pid);
  const from = performance.now();
  const running = [];
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const due = from + (n * 1_000) / perSecond;
    while (performance.now() < due || free.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    const connection = free.pop();
    running.push(
      ask(connection, asks).then((went) => {
        if (went) times.push(performance.now() - due);
        else failed += 1;
        free.push(connection);
      }),
    );
  }
  await Promise.all(running);
  for (const connection of free) connection.close();
  const sample = { times, failed, seconds: (performance.now() - from) / 1_000 };
  return { connections: perSecond, figures: figuresOf([{ ...sample, processor: processorTime(server.pid) - before }]) };
}
