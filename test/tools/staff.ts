import type { SessionRules } from '@hz/registration/contract';
import { HttpClient } from './http-client';

const PASSWORD = 'hengzheng-demo';
const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;

/** What a session needs besides its times. */
export interface SessionPlan {
  readonly title: string;
  readonly schemeVersionId: string;
  readonly formId: string;
  readonly capacity: number;
  /** From now on; begun a minute ago where it is left out. */
  readonly opensInMs?: number;
  readonly sections?: SessionRules['sections'];
}

interface Task {
  id: string;
  version: number;
  rubric: { criteria: { id: string; levels: { points: string }[] }[] };
}

/** The staff of the demonstration: they plan, close, mark and release. */
export class Staff {
  private manager: HttpClient | undefined;

  constructor(private readonly base: string) {}

  async as(name: string): Promise<HttpClient> {
    const client = new HttpClient(this.base);
    await client.signIn(`${name}@demo.example`, PASSWORD);
    return client;
  }

  /** A published form by a new blueprint. */
  async publishedForm(blueprint: object): Promise<{ formId: string; schemeVersionId: string }> {
    const { id, schemeVersionId } = await this.manage<{ id: string; schemeVersionId: string }>(
      '/blueprints',
      blueprint,
    );
    const { id: formId } = await this.manage<{ id: string }>(`/blueprints/${id}/forms`, {});
    await this.manage(`/forms/${formId}/publication`);
    return { formId, schemeVersionId };
  }

  /** A session that can be registered for at once, and sat when it opens; its id. */
  async openSession({
    title,
    formId,
    opensInMs = -MS_PER_MINUTE,
    sections = [],
    ...plan
  }: SessionPlan): Promise<string> {
    const now = Date.now();
    const { id } = await this.manage<{ id: string }>('/sessions', {
      ...plan,
      title: { zh: title },
      formIds: [formId],
      registrationOpensAt: now - MS_PER_DAY,
      registrationClosesAt: now + MS_PER_DAY,
      opensAt: now + opensInMs,
      closesAt: now + MS_PER_DAY,
      rules: {
        durationMinutes: 90,
        lateEntryMinutes: null,
        earliestHandInMinutes: 0,
        graceSeconds: 120,
        shuffleItems: true,
        shuffleChoices: true,
        windowPolicy: 'start-by-close',
        sections,
      },
    });
    await this.manage(`/sessions/${id}/opening`);
    return id;
  }

  /** What the manager orders, through "not now". */
  private async manage<T>(path: string, body?: object): Promise<T> {
    this.manager ??= await this.as('manager');
    const reply = await this.manager.insist<T>('POST', `/api/v1${path}`, body);
    if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  /** Marks everything that waits, each criterion at its highest level or at its lowest. Returns how many scripts were marked. */
  async markAll(generous: boolean): Promise<number> {
    const marker = await this.as('marker');
    const { body } = await marker.insist<{ rows: { sessionId: string; itemVersionId: string; waiting: number }[] }>(
      'GET',
      '/api/v1/marking/items',
    );
    let marked = 0;
    for (const queue of body.rows) {
      for (;;) {
        const next = await marker.insist<{ task: Task | null }>(
          'POST',
          `/api/v1/marking/items/${queue.sessionId}/${queue.itemVersionId}/next`,
          {},
        );
        if (next.status !== 200) throw new Error(JSON.stringify(next.body));
        const { task } = next.body;
        if (task === null) break;
        const marks = Object.fromEntries(
          task.rubric.criteria.map(({ id, levels }) => [id, (generous ? levels.at(-1)! : levels[0]!).points]),
        );
        const reply = await marker.insist('PUT', `/api/v1/marking/tasks/${task.id}`, {
          version: task.version,
          marks,
          comment: '',
        });
        if (reply.status >= 300) throw new Error(JSON.stringify(reply.body));
        marked += 1;
      }
    }
    return marked;
  }

  async close(sessionId: string): Promise<void> {
    const manager = await this.as('manager');
    const reply = await manager.insist('POST', `/api/v1/sessions/${sessionId}/closing`, { early: true });
    if (reply.status >= 300) throw new Error(JSON.stringify(reply.body));
  }

  /** Releases as soon as nothing waits any more. */
  async release(sessionId: string, withinMs = 60_000): Promise<void> {
    const manager = await this.as('manager');
    for (const until = Date.now() + withinMs; ;) {
      const reply = await manager.insist('POST', `/api/v1/sessions/${sessionId}/release`, {});
      if (reply.status < 300) return;
      if (reply.status !== 409 || Date.now() > until) throw new Error(JSON.stringify(reply.body));
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}
