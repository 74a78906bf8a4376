import { request as httpRequest } from 'node:http';

export interface Reply<T = never> {
  readonly status: number;
  readonly body: T;
  readonly headers: Record<string, string | string[] | undefined>;
}

/** A call whose outcome is not known: the connection broke, or the reply did not arrive whole. */
export class Unknown extends Error {}

/** A browser's part of HTTP: keeps the login cookie and sends the CSRF token. Never reuses a connection after an error. */
export class HttpClient {
  private cookie: string | undefined;
  private csrf: string | undefined;

  constructor(
    readonly base: string,
    private readonly timeoutMs = 8_000,
  ) {}

  /** A browser that is signed in already. */
  static signedIn(base: string, headers: { cookie: string; 'x-csrf-token': string }, timeoutMs?: number): HttpClient {
    const client = new HttpClient(base, timeoutMs);
    client.cookie = headers.cookie;
    client.csrf = headers['x-csrf-token'];
    return client;
  }

  /** The same browser, sent to another node. */
  at(base: string): HttpClient {
    const client = new HttpClient(base, this.timeoutMs);
    client.cookie = this.cookie;
    client.csrf = this.csrf;
    return client;
  }

  async signIn(email: string, password: string): Promise<void> {
    const { status, body } = await this.call<{ csrfToken: string }>('POST', '/api/v1/login', { email, password });
    if (status !== 200) throw new Error(`sign-in of ${email}: ${status} ${JSON.stringify(body)}`);
    this.csrf = body.csrfToken;
  }

  /** Throws Unknown when no whole reply came. */
  call<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply<T>> {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const request = httpRequest(
        new URL(path, this.base),
        {
          method,
          timeout: this.timeoutMs,
          headers: {
            ...(payload !== undefined && {
              'content-type': 'application/json',
              'content-length': String(Buffer.byteLength(payload)),
            }),
            ...(this.cookie && { cookie: this.cookie }),
            ...(this.csrf && { 'x-csrf-token': this.csrf }),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', (error) => reject(new Unknown(error.message)));
          response.on('end', () => {
            if (!response.complete) return reject(new Unknown('cut off'));
            const set = response.headers['set-cookie']?.[0];
            if (set !== undefined) this.cookie = set.split(';', 1)[0];
            resolve({
              status: response.statusCode!,
              body: parsed(Buffer.concat(chunks)) as T,
              headers: response.headers,
            });
          });
        },
      );
      request.on('timeout', () => request.destroy(new Error('timed out')));
      request.on('error', (error) => reject(new Unknown(error.message)));
      request.end(payload);
    });
  }

  /** Repeats until an answer other than "not now" comes: what a well-behaved client does through an outage. */
  async insist<T>(method: string, path: string, body?: unknown, withinMs = 60_000): Promise<Reply<T>> {
    for (const until = Date.now() + withinMs; ;) {
      const reply = await this.call<T>(method, path, body).catch((error: unknown) => {
        if (error instanceof Unknown) return null;
        throw error;
      });
      if (reply !== null && reply.status !== 503 && reply.status !== 429) return reply;
      if (Date.now() > until)
        throw new Error(`${method} ${path}: no answer within ${withinMs} ms (${reply?.status ?? 'no reply'})`);
      await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 150));
    }
  }
}

/** A public file, whole; asked for again until it comes. */
export async function bytesOf(url: URL, withinMs = 60_000): Promise<Uint8Array<ArrayBuffer>> {
  for (const until = Date.now() + withinMs; ;) {
    const reply = await fetch(url).catch(() => null);
    const bytes = reply?.ok ? await reply.arrayBuffer().catch(() => null) : null;
    if (bytes !== null) return new Uint8Array(bytes);
    if (Date.now() > until) throw new Error(`${url.pathname}: ${reply?.status ?? 'no reply'} within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 150));
  }
}

function parsed(bytes: Buffer): unknown {
  const text = bytes.toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
