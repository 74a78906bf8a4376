import { makePageKey, openPaper, type AttemptView, type StartedAttempt } from '@hz/delivery/contract';
import type { SessionId } from '@hz/kernel';
import type { Account, Api, Method, Reply } from './api';
import { ANONYMOUS } from './api';
import { describedRoutes } from './open-api';

export interface Recorded {
  readonly request: string;
  readonly reply: Reply;
}
interface Item {
  readonly ref: string;
  readonly body: { interaction: { type: string } };
}
type Choice = { id: string };

/** Stands in the traffic for the paper as the candidate's page decrypts it. */
export const OPENED = 'the opened paper';

/** Lives through an exam as its candidate does, by HTTP alone, and keeps every reply. */
export class CandidateJourney {
  readonly traffic: Recorded[] = [];
  private registrationId = '';
  private attemptId = '';
  private leaseId = '';
  private formId = '';
  readonly itemTypes: string[] = [];

  constructor(
    private readonly api: Api,
    private readonly who: Account,
    private readonly sessionId: SessionId,
    private readonly itemIds: readonly string[],
  ) {}

  /** From the registration to the receipt, and then everything else that can be asked. Nothing is released. */
  async run(): Promise<void> {
    const claims = { yearsOfWork: 10, education: null, certificates: [] };
    const sessions = `/api/v1/sessions/${this.sessionId}`;
    this.registrationId = await this.idOf('POST', `${sessions}/registrations`, { pledge: true, claims });
    this.attemptId = await this.idOf('POST', `/api/v1/registrations/${this.registrationId}/attempt`);
    // Chance is not what is compared: both sittings draw the same order.
    await this.api.sql(`UPDATE delivery.attempt SET seed = 'the same' WHERE id = $1`, [this.attemptId]);
    await this.answer(await this.openedPaper());
    await this.askAll();
    await this.send('POST', `${this.attempt}/submission`, { leaseId: this.leaseId });
    await this.send('POST', `${this.attempt}/submission`, { leaseId: this.leaseId });
    await this.askAll();
  }

  private get attempt(): string {
    return `/api/v1/attempts/${this.attemptId}`;
  }

  /** Fetches the sealed paper, starts, and opens it; what was decrypted counts as received. */
  private async openedPaper(): Promise<Item[]> {
    const { paper } = (await this.send('GET', this.attempt)).json<AttemptView>();
    const sealed = await this.send('GET', paper!.url);
    const page = await makePageKey();
    const reply = await this.send('POST', `${this.attempt}/start`, { pledge: true, pageKey: page.publicKey });
    const { lease, paperKeys } = reply.json<StartedAttempt>();
    this.leaseId = lease.leaseId;
    const form = await openPaper(new Uint8Array(sealed.body), await page.unwrap(this.attemptId, paperKeys!));
    const content = Buffer.from(JSON.stringify(form));
    this.keep(OPENED, { ...sealed, headers: { 'content-type': 'application/json' }, body: content });
    this.formId = form.formId;
    return form.sections.flatMap(({ items }) => items);
  }

  private async answer(items: Item[]): Promise<void> {
    let seq = 0;
    for (const { ref, body } of items) {
      this.itemTypes.push(body.interaction.type);
      for (const value of [...responsesTo(body.interaction), { made: 'up' }, 'x'.repeat(400), ['Z'], null]) {
        const saves = [{ seq: (seq += 1), itemRef: ref, value }];
        await this.send('POST', `${this.attempt}/responses`, { leaseId: this.leaseId, saves });
      }
    }
    await this.send('PUT', `${this.attempt}/flags`, { flags: ['i01'] });
    await this.send('POST', `${this.attempt}/responses`, {
      leaseId: this.leaseId,
      saves: [{ seq: 1, itemRef: 'i99' }],
    });
    await this.send('POST', `${this.attempt}/lease`, {}).then((reply) => {
      this.leaseId = reply.json<{ lease: { leaseId: string } }>().lease.leaseId;
    });
  }

  /** Every reading route, with each id that the candidate may know or guess in every place, signed in and not. */
  private async askAll(): Promise<void> {
    const ids = [this.registrationId, this.attemptId, this.sessionId, this.formId, ...this.itemIds.slice(0, 2)];
    for (const { method, path, parameters, body, name } of await describedRoutes(this.api)) {
      await this.api.forgetLimits();
      if (CHANGING.some((part) => path.startsWith(part)) || VARYING.includes(name)) continue;
      const paths = parameters.length === 0 ? [path] : ids.map((id) => path.replace(/\{\w+\}/g, id));
      // Unsafe routes are asked with nothing that would change the sitting: a body that is refused.
      const sent = method === 'GET' ? undefined : body === undefined ? undefined : [];
      if (method !== 'GET' && sent === undefined) continue;
      for (const url of paths) await this.send(method, url, sent);
      if (method === 'GET') this.keep(`anonymous ${paths[0]!}`, await this.api.call(ANONYMOUS, 'GET', paths[0]!));
    }
  }

  private async idOf(method: Method, url: string, body?: unknown): Promise<string> {
    const reply = await this.send(method, url, body);
    if (reply.status >= 300) throw new Error(`${method} ${url}: ${reply.status} ${reply.body.toString()}`);
    return reply.json<{ id: string }>().id;
  }

  private async send(method: Method, url: string, body?: unknown): Promise<Reply> {
    const reply = await this.api.call(this.who, method, url, body);
    this.keep(`${method} ${url}`, reply);
    return reply;
  }

  private keep(request: string, reply: Reply): void {
    this.traffic.push({ request, reply });
  }
}

/** Routes of the login itself. */
const CHANGING = [
  '/api/v1/login',
  '/api/v1/me/logins',
  '/api/v1/accounts',
  '/api/v1/password-resets',
  '/api/v1/me/totp',
];
/** Figures of this moment, of the process and of its queues: they count, and know of no item. */
const VARYING = ['GET /metrics', 'GET /health/ready', 'GET /api/v1/mailbox', 'GET /api/v1/status'];

/** Some responses to an interaction, by what the candidate sees of it. */
function responsesTo(interaction: { type: string } & Record<string, unknown>): unknown[] {
  const ids = (list: unknown) => (list as Choice[]).map(({ id }) => id);
  switch (interaction.type) {
    case 'single-choice':
      return ids(interaction['choices']);
    case 'multiple-response':
    case 'order':
      return [ids(interaction['choices']), ids(interaction['choices']).reverse()];
    case 'true-false':
      return ['true', 'false'];
    case 'match': {
      const targets = ids(interaction['targets']);
      return targets.map((target) => Object.fromEntries(ids(interaction['sources']).map((source) => [source, target])));
    }
    case 'inline-choice': {
      const [gap] = interaction['gaps'] as { id: string; choices: Choice[] }[];
      return gap!.choices.map(({ id }) => ({ [gap!.id]: id }));
    }
    default:
      return ['0.75', 'some text'];
  }
}
