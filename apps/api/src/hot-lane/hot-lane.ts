import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import {
  describeProblem,
  languageOf,
  parsed,
  retryAfterOf,
  type EndpointOptions,
  type Gate,
  type ProblemCatalogue,
} from '@hz/platform';
import type { Answered } from '../metrics/observe-requests';
import type { HotRoute } from './hot-routes';
import { readJson } from './read-json';

const NO_CONTENT = 204;
const NOTHING_MORE = 413;

export interface HotLaneParts {
  readonly routes: readonly HotRoute[];
  readonly gate: Gate;
  readonly catalogue: ProblemCatalogue;
  /** Headers of every reply, names and values in turn. */
  readonly headers: readonly string[];
  readonly bodyLimit: number;
  readonly observe: (request: Answered) => void;
}

interface Found {
  readonly route: HotRoute;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * The way in for the few routes that a whole exam hangs on. It does for them what the router, guards and filter of Nest do for all
 * others, by the same gate, schemas and problem documents, at a fraction of the processor time
 * (`docs/decisions/0006-hot-lane.md`).
 */
export class HotLane {
  constructor(private readonly parts: HotLaneParts) {}

  /** Answers the request if it is one of the lane's; otherwise leaves it untouched and says no. */
  take(request: IncomingMessage, response: ServerResponse): boolean {
    const found = this.find(request);
    if (found === null) return false;
    void this.answer(found, request, response);
    return true;
  }

  private find({ method, url }: IncomingMessage): Found | null {
    for (const route of this.parts.routes) {
      if (route.endpoint.method !== method) continue;
      const match = route.path.exec(url!);
      if (match !== null) return { route, params: match.groups ?? {} };
    }
    return null;
  }

  private async answer(found: Found, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const began = performance.now();
    const id = randomUUID();
    try {
      const reply = await this.reply(found, request);
      if (reply === undefined) this.send(response, id, NO_CONTENT, '');
      else this.send(response, id, 200, JSON.stringify(reply), 'content-type', 'application/json; charset=utf-8');
    } catch (error) {
      this.refuse(error, id, request, response);
    }
    const { method, path: route } = found.route.endpoint;
    this.parts.observe({ id, method, route, status: response.statusCode, ms: performance.now() - began });
  }

  /** First who calls, then what comes in: a stranger learns nothing of the input's form. */
  private async reply({ route, params }: Found, request: IncomingMessage): Promise<unknown> {
    const { endpoint, handle } = route;
    const { gate } = this.parts;
    const knock = { method: request.method, headers: request.headers, ip: '' };
    const who = gate.recall(knock, endpoint) ?? (await gate.admit(knock, endpoint));
    const body = endpoint.body === undefined ? undefined : await this.bodyOf(endpoint.body, endpoint, request);
    return handle({
      who: who!,
      params: endpoint.params === undefined ? params : (parsed(endpoint.params, params, '/params') as typeof params),
      body,
    });
  }

  private async bodyOf(schema: z.ZodType, { isSound }: EndpointOptions, request: IncomingMessage): Promise<unknown> {
    const body = await readJson(request, this.parts.bodyLimit);
    return isSound?.(body) === true ? body : parsed(schema, body, '');
  }

  private refuse(error: unknown, id: string, request: IncomingMessage, response: ServerResponse): void {
    const document = describeProblem(error, this.parts.catalogue, languageOf(request), id);
    const headers = ['content-type', 'application/problem+json; charset=utf-8'];
    const retryAfter = retryAfterOf(document);
    if (retryAfter !== null) headers.push('retry-after', retryAfter);
    if (document.status === NOTHING_MORE) headers.push('connection', 'close');
    this.send(response, id, document.status, JSON.stringify(document), ...headers);
  }

  private send(response: ServerResponse, id: string, status: number, text: string, ...headers: string[]): void {
    if (status !== NO_CONTENT) headers.push('content-length', String(Buffer.byteLength(text)));
    response.writeHead(status, [...this.parts.headers, 'x-request-id', id, ...headers]);
    response.end(text);
  }
}
