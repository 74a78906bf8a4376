import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { isGenuine } from '../../tools/proof.ts';
import { Line } from './line.mjs';
import { fetchPaper, itemsOf } from './paper.mjs';
import { someResponse } from './response.mjs';

/** The real client's limits and habits. */
const MAX_BATCH = 50;
const BEAT_MS = 25_000;
const CLAIMS = { yearsOfWork: 9, education: null, certificates: [] };
/** Chances that somebody thinks again about an item, and that an item is flagged. */
const SECOND_THOUGHTS = 0.1;
const FLAGS = 0.05;
/** Without pauses for thought a heartbeat falls on every so many items. */
const ITEMS_PER_BEAT = 20;

/** Somebody who sits an exam as the page does: one call under way at a time, everything kept until a genuine acknowledgement comes. */
export class Candidate {
  seq = 0;
  pending = [];
  flags = [];

  constructor({ headers, number, bases, sessionId, thinkMs }, samples, journal) {
    this.line = new Line(bases, number, headers, samples);
    Object.assign(this, { sessionId, thinkMs, samples, journal, number });
  }

  async register() {
    const path = `/api/v1/sessions/${this.sessionId}/registrations`;
    const { status, text } = await this.line.ask('register', 'POST', path, { pledge: true, claims: CLAIMS });
    if (status !== 201) throw new Error(`register: ${status} ${text}`);
    this.registrationId = JSON.parse(text).id;
  }

  /** Into the waiting room, where the page fetches the paper. */
  async enter() {
    const { status, text } = await this.line.ask(
      'enter',
      'POST',
      `/api/v1/registrations/${this.registrationId}/attempt`,
      {},
    );
    if (status !== 200) throw new Error(`enter: ${status} ${text}`);
    const attempt = JSON.parse(text);
    this.attemptId = attempt.id;
    this.path = `/api/v1/attempts/${this.attemptId}`;
    this.paper = await fetchPaper(this.line, attempt);
  }

  /** From the start to the receipt. */
  async sit() {
    const pledge = { pledge: true, pageId: randomUUID(), pageKey: this.paper.pageKey };
    const { status, text } = await this.line.ask('start', 'POST', `${this.path}/start`, pledge);
    if (status !== 200) throw new Error(`start: ${status} ${text}`);
    const started = JSON.parse(text);
    this.lease = started.lease;
    this.items = await itemsOf(this.paper, this.attemptId, started);
    await (this.thinkMs === 0 ? this.answerWithoutPause() : this.answerThinking());
    await this.handIn();
    this.line.close();
  }

  async answerWithoutPause() {
    for (const [n, item] of this.items.entries()) {
      this.answer(item, n);
      await this.sendAll();
      if (n % ITEMS_PER_BEAT === ITEMS_PER_BEAT - 1) await this.beat();
    }
  }

  /** Thinking goes on while a save is under way; what is answered meanwhile goes together with the next call. */
  async answerThinking() {
    let beatAt = performance.now() + Math.random() * BEAT_MS;
    for (const [n, item] of this.items.entries()) {
      await pause(thoughtMs(this.thinkMs));
      this.answer(item, n);
      if (Math.random() < SECOND_THOUGHTS) this.answer(this.items[Math.floor(Math.random() * (n + 1))], n + 1);
      this.sending ??= this.sendAll().finally(() => (this.sending = undefined));
      if (performance.now() < beatAt) continue;
      await this.sending;
      await this.beat();
      beatAt = performance.now() + BEAT_MS * (0.8 + Math.random() * 0.4);
    }
    await this.sending;
    await this.sendAll();
  }

  answer({ ref, interaction }, n) {
    this.seq += 1;
    const value = someResponse(interaction, n + this.number);
    this.pending.push({ seq: this.seq, itemRef: ref, value });
    if (Math.random() < FLAGS) this.flags.push(ref);
  }

  async sendAll() {
    while (this.pending.length > 0) {
      const saves = this.pending.slice(0, MAX_BATCH);
      const body = { leaseId: this.lease.leaseId, saves };
      const { status, text } = await this.line.ask('save', 'POST', `${this.path}/responses`, body);
      if (status !== 200) throw new Error(`save: ${status} ${text}`);
      const { acks } = JSON.parse(text);
      const genuine = new Map(acks.map((ack) => [ack.seq, ack]));
      const done = saves.filter((save) => isGenuine(this.lease.macKey, this.attemptId, save, genuine.get(save.seq)));
      for (const save of done) this.journal.acknowledged(this.attemptId, save);
      if (done.length < saves.length) this.samples.failed('save', 'not genuine');
      this.pending = this.pending.filter((save) => !done.includes(save));
    }
  }

  /** Keeps contact, and sends the flags. */
  async beat() {
    const { leaseId } = this.lease;
    const contact = { leaseId, lostForMs: 0, browserOffline: false };
    await this.line.ask('heartbeat', 'POST', `${this.path}/heartbeat`, contact);
    if (this.flags.length > 0) await this.line.ask('flag', 'PUT', `${this.path}/flags`, { flags: this.flags });
  }

  async handIn() {
    const { status, text } = await this.line.ask('hand-in', 'POST', `${this.path}/submission`, {
      leaseId: this.lease.leaseId,
    });
    if (status !== 200) throw new Error(`hand-in: ${status} ${text}`);
    const receipt = await this.line.ask('receipt', 'GET', `${this.path}/receipt`);
    this.journal.handedIn(this.attemptId, this.seq, JSON.parse(receipt.text));
  }
}

/** Exponentially distributed around the mean, as independent people are; at most five times as long. */
function thoughtMs(mean) {
  return Math.min(-Math.log(1 - Math.random()) * mean, 5 * mean);
}
