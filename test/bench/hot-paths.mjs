import { randomUUID } from 'node:crypto';
import { openPaper } from '../tools/sealed-paper.mjs';
import { figuresOf, load, table } from './load.mjs';

/** Something that every candidate does once: `byConnections` holds those for each number of connections. */
async function onceEach(title, server, byConnections, deed) {
  const rows = [];
  for (const [connections, candidates] of byConnections) {
    const open = [...candidates];
    const sample = await load(server, connections, 60, (connection) => {
      const who = open.pop();
      return who === undefined ? null : deed(connection, who, `/api/v1/attempts/${who.attemptId}`);
    });
    rows.push({ connections, figures: figuresOf([sample]) });
  }
  table(title, rows);
}

/** Afterwards the candidates can save. */
export function starts(server, byConnections) {
  return onceEach('Starts', server, byConnections, async (connection, who, path) => {
    const pledge = { pledge: true, pageId: randomUUID(), pageKey: who.page.publicKey };
    const { status, text } = await connection.call('POST', `${path}/start`, pledge, who.headers);
    if (status !== 200) return false;
    const { lease, paperKeys } = JSON.parse(text);
    Object.assign(who, { leaseId: lease.leaseId, paperKeys, seq: 0 });
    return true;
  });
}

/** The first single-choice item of the form, for saves. */
export async function choiceOf(connection, who) {
  const { digest, url } = who.paper;
  const { bytes } = await connection.call('GET', url);
  const form = openPaper(bytes, digest, who.page.keysFrom(who.attemptId, who.paperKeys));
  const item = form.sections[0].items.find(({ body }) => body.interaction.type === 'single-choice');
  return { itemRef: item.ref, values: item.body.interaction.choices.map(({ id }) => id) };
}

/** Each connection is one candidate who saves again and again. */
export function saves(server, candidates, connections, seconds) {
  return load(server, connections, seconds, async (connection, index, n) => {
    const who = candidates[index];
    who.choice ??= await choiceOf(connection, who);
    who.seq += 1;
    const value = who.choice.values[n % who.choice.values.length];
    const body = { leaseId: who.leaseId, saves: [{ seq: who.seq, itemRef: who.choice.itemRef, value }] };
    const { status } = await connection.call('POST', `/api/v1/attempts/${who.attemptId}/responses`, body, who.headers);
    return status === 200;
  });
}

export function handIns(server, byConnections) {
  return onceEach('Hand-ins', server, byConnections, async (connection, who, path) => {
    const { status } = await connection.call('POST', `${path}/submission`, { leaseId: who.leaseId }, who.headers);
    return status === 200;
  });
}
