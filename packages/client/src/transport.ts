import { errorOf, HengzhengError } from './problem';

export interface Settings {
  /** Where the platform is, such as `https://hengzheng.example`. */
  readonly baseUrl: string;
  /** `hzk_…`, or `hzk_test_…` for test certificates. */
  readonly key: string;
  /** How often a call is repeated that the server put off, or that never arrived; 4 by default. */
  readonly retries?: number;
  /** Longer waits that the server asks for, such as for the next day's quota, are left to the caller; 60 by default. */
  readonly longestWaitSeconds?: number;
  readonly fetch?: typeof fetch;
  readonly sleep?: (ms: number) => Promise<void>;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Record<string, string | number | undefined>;
  readonly body?: string;
  readonly headers?: Record<string, string>;
  /** Whether the call may be made twice: not where two calls make two things. */
  readonly repeatable?: boolean;
}

const FIRST_PAUSE_MS = 500;
const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Sends calls, and sends those again that the server put off (429, 503) or that never arrived. */
export class Transport {
  constructor(private readonly settings: Settings) {}

  /** Throws HengzhengError. */
  async json<Reply>(call: Call): Promise<Reply> {
    return (await (await this.send(call)).json()) as Reply;
  }

  /** Throws HengzhengError. */
  async send(call: Call): Promise<Response> {
    for (let failed = 0; ; failed += 1) {
      const outcome = await this.once(call);
      if (outcome instanceof Response) return outcome;
      const pause = this.pauseAfter(outcome, call, failed);
      if (pause === null) throw outcome;
      await (this.settings.sleep ?? sleep)(pause);
    }
  }

  private async once({ method, path, query, body, headers }: Call): Promise<Response | Error> {
    const url = new URL(path, this.settings.baseUrl);
    for (const [name, value] of Object.entries(query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const sent = { authorization: `Bearer ${this.settings.key}`, ...headers };
    try {
      const response = await (this.settings.fetch ?? fetch)(url, {
        method,
        headers: sent,
        ...(body !== undefined && { body }),
      });
      return response.ok ? response : await errorOf(response);
    } catch (error) {
      return error as Error;
    }
  }

  /** Milliseconds until the next try; null when there is none. */
  private pauseAfter(error: Error, { method, repeatable }: Call, failed: number): number | null {
    if (failed >= (this.settings.retries ?? 4)) return null;
    const backOff = FIRST_PAUSE_MS * 2 ** failed * (0.5 + Math.random());
    // Whether a call that broke off was carried out is not known.
    if (!(error instanceof HengzhengError)) return method === 'GET' || repeatable === true ? backOff : null;
    if (error.status !== 429 && error.status !== 503) return null;
    const wanted = error.retryAfterSeconds ?? 0;
    return wanted > (this.settings.longestWaitSeconds ?? 60) ? null : Math.max(backOff, wanted * 1_000);
  }
}
