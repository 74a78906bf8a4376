import { Transport, type Settings } from './transport';
import type { Schema } from './types';
import { Webhooks } from './webhooks';

type Answer = Schema<'VerificationAnswer'>;
type Batch = Schema<'CertificateBatch'>;
type Result = {
  line: number;
  number: string | null;
  answer: Answer | null;
  problem: { code: string; detail: string } | null;
};

export interface BatchOptions {
  /** The same content under the same key is one batch, however often it is sent. Made up where it is left out. */
  readonly idempotencyKey?: string;
}

const NDJSON = { 'content-type': 'application/x-ndjson' };
const JSON_TYPE = { 'content-type': 'application/json' };
const POLL_MS = 1_000;

/** The API of the platform for institutions. Every method throws HengzhengError when the server refuses. */
export class Hengzheng {
  readonly webhooks: Webhooks;
  private readonly transport: Transport;

  constructor(private readonly settings: Settings) {
    this.transport = new Transport(settings);
    this.webhooks = new Webhooks(this.transport);
  }

  /**
   * Checks one certificate: by number with name or code, by number alone (no holder is named then), or by the credential that the holder
   * showed, as JSON or as JWT. The answer is one of three, and "cannot-be-determined" means what it says.
   */
  check(question: Schema<'InstitutionCheck'>): Promise<Answer> {
    const body = JSON.stringify(question);
    return this.transport.json({
      method: 'POST',
      path: '/api/v1/certificate-checks',
      body,
      headers: JSON_TYPE,
      repeatable: true,
    });
  }

  /** Hands in up to 10,000 questions. */
  startBatch(questions: Iterable<Schema<'CheckByNumber'>>, { idempotencyKey }: BatchOptions = {}): Promise<Batch> {
    const body = [...questions].map((question) => `${JSON.stringify(question)}\n`).join('');
    const headers = { ...NDJSON, 'idempotency-key': idempotencyKey ?? crypto.randomUUID() };
    return this.transport.json({
      method: 'POST',
      path: '/api/v1/certificate-batches',
      body,
      headers,
      repeatable: true,
    });
  }

  batch(id: string): Promise<Batch> {
    return this.transport.json({ method: 'GET', path: `/api/v1/certificate-batches/${id}` });
  }

  cancelBatch(id: string): Promise<Batch> {
    return this.transport.json({
      method: 'POST',
      path: `/api/v1/certificate-batches/${id}/cancellation`,
      repeatable: true,
    });
  }

  /** The answers in the order of the questions, as they come, until the batch has ended. A broken connection is taken up where it broke. */
  async *results(id: string, after = 0): AsyncGenerator<Result> {
    for (let last = after; ;) {
      const { status } = await this.batch(id);
      for await (const result of this.resultsSoFar(id, last)) {
        last = result.line;
        yield result;
      }
      if (status === 'done' || status === 'cancelled') return;
      await (this.settings.sleep ?? ((ms: number) => new Promise((done) => setTimeout(done, ms))))(POLL_MS);
    }
  }

  /** The answers there are behind a line. */
  async *resultsSoFar(id: string, after = 0): AsyncGenerator<Result> {
    const path = `/api/v1/certificate-batches/${id}/results`;
    const response = await this.transport.send({ method: 'GET', path, query: { after } });
    let rest = '';
    const decoder = new TextDecoder();
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
      const lines = (rest + decoder.decode(part, { stream: true })).split('\n');
      rest = lines.pop()!;
      for (const line of lines) yield JSON.parse(line) as Result;
    }
  }

  /** What the institution asked within thirty days, the newest first. */
  async *queries(
    filter: { number?: string; from?: number; until?: number } = {},
  ): AsyncGenerator<Schema<'AskedQuery'>> {
    for (let cursor: string | undefined; ;) {
      const query = { ...filter, cursor, limit: 200 };
      const page: Schema<'AskedQueryPage'> = await this.transport.json({
        method: 'GET',
        path: '/api/v1/verification-queries',
        query,
      });
      yield* page.rows;
      if (page.nextCursor === null) return;
      cursor = page.nextCursor;
    }
  }

  /** Test certificates in each state, with names, codes and credentials. */
  sandbox(): Promise<Schema<'SandboxCertificates'>> {
    return this.transport.json({ method: 'GET', path: '/api/v1/sandbox/certificates' });
  }
}
