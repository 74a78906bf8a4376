import { createHash } from 'node:crypto';
import { canonicalJson, type Interaction, type ResponseValue } from '@hz/kernel';
import {
  makePageKey,
  openPaper,
  orderedForm,
  type AttemptView,
  type Receipt,
  type Resume,
  type SavedResponses,
  type StartedAttempt,
  type WriterLease,
} from '@hz/delivery/contract';
import type { MyRegistration, SessionView } from '@hz/registration/contract';
import { bytesOf, HttpClient, Unknown, type Reply } from './http-client';
import type { Ledger } from './ledger';

export const CANDIDATE_PASSWORD = 'a quiet river bend';
const CLAIMS = { yearsOfWork: 8, education: null, certificates: [] };

export interface Item {
  readonly ref: string;
  readonly interaction: Interaction;
}

export interface Save {
  readonly seq: number;
  readonly itemRef: string;
  readonly value: ResponseValue;
}
export type SaveReply = Reply<SavedResponses & { code?: string }>;

/** A candidate who sits a real exam over HTTP and writes down what was acknowledged. */
export class Candidate {
  attemptId = '';
  registrationId = '';
  lease!: WriterLease;
  items: Item[] = [];
  seq = 0;

  private constructor(
    public client: HttpClient,
    readonly email: string,
  ) {}

  static async signUp(base: string, name: string): Promise<Candidate> {
    const client = new HttpClient(base);
    const email = `${name}@candidates.example`;
    await client.insist('POST', '/api/v1/accounts', {
      email,
      password: CANDIDATE_PASSWORD,
      legalName: `考生${name}`,
      language: 'zh',
    });
    await client.signIn(email, CANDIDATE_PASSWORD);
    return new Candidate(client, email);
  }

  /** Registers for a session, the walk-in one of the demonstration unless another is named, and starts. */
  async start(sessionId?: string): Promise<void> {
    await this.register(sessionId);
    const attempt = await this.client.insist<AttemptView>(
      'POST',
      `/api/v1/registrations/${this.registrationId}/attempt`,
      {},
    );
    this.attemptId = attempt.body.id;
    await this.resume();
  }

  async register(sessionId?: string): Promise<void> {
    const { body } = await this.client.insist<{ rows: SessionView[] }>('GET', '/api/v1/sessions?status=open');
    const session = body.rows.find(({ id, opensAt }) => (sessionId ? id === sessionId : opensAt < Date.now()))!;
    const registration = await this.client.insist<MyRegistration>(
      'POST',
      `/api/v1/sessions/${session.id}/registrations`,
      { pledge: true, claims: CLAIMS },
    );
    if (registration.status !== 201) throw new Error(JSON.stringify(registration.body));
    this.registrationId = registration.body.id;
  }

  /** Starts, or goes on: takes the lease and opens the sealed paper with the keys that come with it. */
  async resume(): Promise<void> {
    const page = await makePageKey();
    const started = await this.client.insist<StartedAttempt>('POST', `/api/v1/attempts/${this.attemptId}/start`, {
      pledge: true,
      pageKey: page.publicKey,
    });
    if (started.status !== 200) throw new Error(JSON.stringify(started.body));
    const { attempt, lease, seed, paperKeys } = started.body;
    this.lease = lease;
    const keys = await page.unwrap(attempt.id, paperKeys!);
    const file = await bytesOf(new URL(attempt.paper!.url, this.client.base));
    const form = orderedForm(await openPaper(file, keys), seed, attempt.rules);
    this.items = form.sections.flatMap(({ items }) =>
      items.map(({ ref, body: { interaction } }) => ({ ref, interaction })),
    );
  }

  /** The same person on another device, who takes the writing over and goes on after the newest save. */
  async onAnotherDevice(): Promise<Candidate> {
    const client = new HttpClient(this.client.base);
    await client.signIn(this.email, CANDIDATE_PASSWORD);
    const other = new Candidate(client, this.email);
    other.attemptId = this.attemptId;
    other.registrationId = this.registrationId;
    other.items = this.items;
    await other.takeOver();
    return other;
  }

  async takeOver(): Promise<void> {
    const path = `/api/v1/attempts/${this.attemptId}`;
    this.lease = (await this.client.insist<StartedAttempt>('POST', `${path}/lease`, {})).body.lease;
    this.seq = (await this.client.insist<Resume>('GET', `${path}/responses`)).body.lastSeq;
  }

  /** Sends one save, once, and gives back whatever came; the number is the next one unless another is given. */
  send(item: Item, value: ResponseValue, seq = ++this.seq): Promise<SaveReply> {
    return this.sendAll([{ seq, itemRef: item.ref, value }]);
  }

  /** Sends several saves in one request, as a page does that was without a network for a while. */
  sendAll(saves: readonly Save[]): Promise<SaveReply> {
    return this.client.call('POST', `/api/v1/attempts/${this.attemptId}/responses`, {
      leaseId: this.lease.leaseId,
      saves,
    });
  }

  /** Saves one response through whatever happens, as the page does: the same number until an acknowledgement comes. */
  async save(ledger: Ledger, item: Item, value: ResponseValue, withinMs = 60_000): Promise<void> {
    this.seq += 1;
    const { seq } = this;
    for (const until = Date.now() + withinMs; ;) {
      const reply = await this.send(item, value, seq).catch((error: unknown) => {
        if (error instanceof Unknown) return null;
        throw error;
      });
      if (reply?.status === 200 && reply.body.acks.some((ack) => ack.seq === seq)) {
        ledger.acknowledged(this.attemptId, item.ref, seq, value);
        return;
      }
      // 502 and 504 are a proxy's that reaches no node just now: no acknowledgement, and the page goes on trying.
      if (reply !== null && ![429, 502, 503, 504].includes(reply.status)) {
        ledger.refused(this.attemptId, seq, JSON.stringify(reply.body));
        throw new Error(`save ${seq}: ${reply.status} ${JSON.stringify(reply.body)}`);
      }
      if (Date.now() > until) throw new Error(`save ${seq} of ${this.email}: no acknowledgement within ${withinMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 80));
    }
  }

  /** Answers every item once, in order. */
  async answerAll(ledger: Ledger): Promise<void> {
    for (const item of this.items) await this.save(ledger, item, someResponse(item.interaction, this.seq));
  }

  async submit(): Promise<Receipt> {
    const reply = await this.client.insist<Receipt>('POST', `/api/v1/attempts/${this.attemptId}/submission`, {
      leaseId: this.lease.leaseId,
    });
    if (reply.status !== 200) throw new Error(`submit: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  }
}

/** A well-formed response to an interaction; `n` varies it. */
export function someResponse(interaction: Interaction, n: number): ResponseValue {
  switch (interaction.type) {
    case 'single-choice':
      return interaction.choices[n % interaction.choices.length]!.id;
    case 'multiple-response':
      return [interaction.choices[n % interaction.choices.length]!.id];
    case 'true-false':
      return n % 2 === 0 ? 'true' : 'false';
    case 'text-entry':
      return `答案 ${n}`;
    case 'numeric-entry':
      return String(n);
    case 'match':
      return Object.fromEntries(
        interaction.sources.map((source, at) => [
          source.id,
          interaction.targets[(at + n) % interaction.targets.length]!.id,
        ]),
      );
    case 'order':
      return interaction.choices.map(({ id }) => id);
    case 'inline-choice':
      return Object.fromEntries(interaction.gaps.map((gap) => [gap.id, gap.choices[n % gap.choices.length]!.id]));
    case 'extended-text':
      return `第 ${n} 次作答：先界定问题，再收集证据，逐项检验假设，最后验证并复盘。`.slice(0, interaction.maxLength);
  }
}

export function valueHash(value: ResponseValue): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
