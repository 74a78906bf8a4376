import { HttpClient } from './http-client';

const PASSWORD = 'hengzheng-demo';

interface Task {
  id: string;
  version: number;
  rubric: { criteria: { id: string; levels: { points: string }[] }[] };
}

/** The staff of the demonstration: they close, mark and release. */
export class Staff {
  constructor(private readonly base: string) {}

  async as(name: string): Promise<HttpClient> {
    const client = new HttpClient(this.base);
    await client.signIn(`${name}@demo.example`, PASSWORD);
    return client;
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
