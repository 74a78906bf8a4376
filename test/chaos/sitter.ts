import { randomUUID } from 'node:crypto';
import type { AttemptView, Receipt, SavedResponses, StartedAttempt, WriterLease } from '@hz/delivery/contract';
import type { ResponseValue } from '@hz/kernel';
import type { MyRegistration } from '@hz/registration/contract';
import type { SignedIn } from '../tools/accounts';
import type { Answer, AnswerJournal } from '../tools/answer-journal';
import { someResponse, type Item } from '../tools/candidate';
import { HttpClient, Unknown, type Reply } from '../tools/http-client';
import { PaperReader } from '../tools/paper-reader';
import { pause } from '../tools/processes';
import { isGenuine } from '../tools/proof';
import { awakeMs } from './awake';

const CLAIMS = { yearsOfWork: 9, education: null, certificates: [] };
const INSIST_MS = 90_000;
const TIMEOUT_MS = 8_000;
const SAVES_PER_BEAT = 25;
const BEAT_MS = 1_000;

/** How the candidates of a round behave just now. */
export interface Habits {
  /** So many copies of each save go out at the same time, and old ones again. */
  copies: number;
  /** The later of two changes goes out first. */
  overtaking: boolean;
}

/** A candidate who saves through whatever happens, writes down what was acknowledged, and notes what should never be seen. */
export class Sitter {
  attemptId = '';
  items: Item[] = [];
  lastAckAt = 0;
  /** Tries that got no answer, or "not now". */
  failures = 0;
  readonly oddities: string[] = [];
  private readonly http: HttpClient;
  private lease!: WriterLease;
  private deadlineAt: number | null = null;
  private seq = 0;
  private contactAt = awakeMs();
  private clockMs = 0;
  private acknowledged: { answer: Answer; savedAt: number } | null = null;

  constructor(
    base: string,
    person: SignedIn,
    private readonly habits: Habits,
    private readonly journal: AnswerJournal,
  ) {
    this.http = HttpClient.signedIn(base, person.headers, TIMEOUT_MS);
  }

  /** From the registration to the first item. */
  async seat(sessionId: string): Promise<void> {
    const pledge = { pledge: true, claims: CLAIMS };
    const registration = await this.insist<MyRegistration>('POST', `/sessions/${sessionId}/registrations`, pledge);
    const prepared = await this.insist<AttemptView>('POST', `/registrations/${registration.id}/attempt`, {});
    this.attemptId = prepared.id;
    const paper = await this.fetchPaper(prepared);
    const start = { pledge: true, pageId: randomUUID(), pageKey: paper.pageKey };
    const started = await this.insist<StartedAttempt>('POST', `/attempts/${prepared.id}/start`, start);
    this.lease = started.lease;
    this.deadlineAt = started.attempt.deadlineAt;
    this.items = await paper.items(prepared.id, started.paperKeys!);
  }

  /** Changes one answer after another until told to stop. */
  async work(isOver: () => boolean): Promise<void> {
    for (let n = 0; !isOver(); n += 1) {
      const item = this.items[n % this.items.length]!;
      await this.change(item, someResponse(item.interaction, n));
      if (this.habits.copies > 1 && n % 4 === 0) await this.replay();
      if (n % SAVES_PER_BEAT === 0) await this.beat();
      await pause(5 + Math.random() * 20);
    }
  }

  async answerAll(values: ReadonlyMap<string, ResponseValue>): Promise<void> {
    for (const item of this.items) await this.deliver(this.next(item, values.get(item.ref)!));
  }

  async handIn(): Promise<void> {
    const body = { leaseId: this.lease.leaseId };
    this.keep(await this.insist<Receipt>('POST', `/attempts/${this.attemptId}/submission`, body));
  }

  /** Waits for the receipt of a hand-in that the worker makes at the deadline. */
  async fetchReceipt(): Promise<void> {
    for (const until = awakeMs() + INSIST_MS; ; await pause(100)) {
      const { status, body } = await this.call<Receipt>('GET', `/attempts/${this.attemptId}/receipt`);
      if (status === 200) return this.keep(body);
      if (awakeMs() > until) throw new Error(`${this.attemptId}: the worker did not hand in (${status})`);
    }
  }

  /** The clock of this device jumps; the deadline must not. */
  async stepClock(byMs: number): Promise<void> {
    this.clockMs += byMs;
    const { deadlineAt } = await this.insist<AttemptView>('GET', `/attempts/${this.attemptId}`);
    if (deadlineAt !== this.deadlineAt)
      this.oddities.push(`the deadline moved from ${this.deadlineAt} to ${deadlineAt}`);
  }

  /** Tells the server for how long it could not be reached; where no answer comes, the next beat tells. */
  private async beat(): Promise<void> {
    const { leaseId } = this.lease;
    const lostForMs = Math.max(0, awakeMs() - this.contactAt - BEAT_MS);
    const { status } = await this.call('POST', `/attempts/${this.attemptId}/heartbeat`, {
      leaseId,
      lostForMs,
      browserOffline: false,
    });
    if (status === 200) this.contactAt = awakeMs();
    else if (!isPassing(status)) this.oddities.push(`a heartbeat: ${status}`);
  }

  private async fetchPaper({ paper }: AttemptView): Promise<PaperReader> {
    for (const until = awakeMs() + INSIST_MS; ; await pause(100)) {
      const file = await fetch(new URL(paper!.url, this.http.base)).catch(() => null);
      if (file?.ok) return PaperReader.of(paper!, new Uint8Array(await file.arrayBuffer()));
      if (awakeMs() > until) throw new Error(`the paper: ${file?.status ?? 'no answer'}`);
    }
  }

  private keep(receipt: Receipt): void {
    this.journal.handedIn(this.attemptId, this.seq, receipt);
  }

  private next(item: Item, value: ResponseValue): Answer {
    this.seq += 1;
    return { seq: this.seq, itemRef: item.ref, value };
  }

  private async change(item: Item, value: ResponseValue): Promise<void> {
    const first = this.next(item, value);
    if (!this.habits.overtaking) return this.deliver(first);
    const second = this.next(item, someResponse(item.interaction, this.seq));
    await Promise.all([this.deliver(second), pause(10 + Math.random() * 100).then(() => this.deliver(first))]);
  }

  /** The same number until a genuine acknowledgement comes. */
  private async deliver(answer: Answer): Promise<void> {
    for (const until = awakeMs() + INSIST_MS; ; await pause(30 + Math.random() * 70)) {
      const copies = await Promise.all(Array.from({ length: this.habits.copies }, () => this.send(answer)));
      const acks = copies.filter((ack) => ack !== null);
      const [ack] = acks;
      if (ack !== undefined) {
        if (acks.some(({ savedAt }) => savedAt !== ack.savedAt)) this.oddities.push(`no. ${answer.seq}: two replies`);
        this.lastAckAt = awakeMs();
        this.journal.acknowledged(this.attemptId, answer);
        this.acknowledged = { answer, savedAt: ack.savedAt };
        return;
      }
      if (awakeMs() > until) throw new Error(`${this.attemptId} no. ${answer.seq}: no acknowledgement`);
    }
  }

  /** What was acknowledged before is sent once more: the reply must be the one it was. */
  private async replay(): Promise<void> {
    const before = this.acknowledged;
    if (before === null) return;
    const ack = await this.send(before.answer);
    if (ack !== null && ack.savedAt !== before.savedAt) this.oddities.push(`no. ${before.answer.seq}: saved again`);
  }

  /** One try. Null when it has to be made again. */
  private async send(answer: Answer) {
    const { leaseId, macKey } = this.lease;
    const path = `/attempts/${this.attemptId}/responses`;
    const reply = await this.call<SavedResponses>('POST', path, { leaseId, saves: [answer] });
    if (isPassing(reply.status)) return null;
    if (reply.status !== 200) throw new Error(`${this.attemptId} no. ${answer.seq}: ${describe(reply)}`);
    const ack = reply.body.acks.find(({ seq }) => seq === answer.seq);
    if (isGenuine(macKey, this.attemptId, answer, ack)) return ack!;
    this.oddities.push(`no. ${answer.seq}: an acknowledgement that proves nothing`);
    return null;
  }

  /** Repeats through "not now" and broken lines; throws what is refused. */
  private async insist<T>(method: string, path: string, body?: unknown): Promise<T> {
    for (const until = awakeMs() + INSIST_MS; ; await pause(50 + Math.random() * 100)) {
      const reply = await this.call<T>(method, path, body);
      if (!isPassing(reply.status)) {
        if (reply.status >= 300) throw new Error(`${method} ${path}: ${describe(reply)}`);
        return reply.body;
      }
      if (awakeMs() > until) throw new Error(`${method} ${path}: no answer`);
    }
  }

  /** Status 0 stands for no answer. What no server should say is noted. */
  private async call<T>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
    const date = { date: new Date(Date.now() + this.clockMs).toUTCString() };
    const reply = await this.http.call<T>(method, `/api/v1${path}`, body, date).catch((error: unknown) => {
      if (error instanceof Unknown) return { status: 0, body: undefined as T, headers: {} };
      throw error;
    });
    if (isPassing(reply.status)) this.failures += 1;
    const isTyped = reply.status < 400 || typeof (reply.body as { code?: unknown }).code === 'string';
    if (!isTyped || reply.status === 500) this.oddities.push(`${method} ${path}: ${describe(reply)}`);
    return reply;
  }
}

/** No answer, "not now", or a fault of the server that is noted and tried again. */
function isPassing(status: number): boolean {
  return status === 0 || status === 429 || status >= 500;
}

function describe({ status, body }: Reply<unknown>): string {
  return `${status} ${JSON.stringify(body)?.slice(0, 200)}`;
}
