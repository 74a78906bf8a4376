import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { describeProblem, languageOf, parsed, retryAfterOf, type Gate, type ProblemCatalogue } from '@hz/platform';
import type { Answered } from '../metrics/observe-requests';
import { findRoute, type Found, type HotRoute } from './hot-routes';
import { readJson } from './read-json';

const JSON_TYPE = 'application/json; charset=utf-8';
const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';
const TOO_LARGE = 413;

export interface HotLaneParts {
  readonly routes: readonly HotRoute[];
  readonly gate: Gate;
  readonly catalogue: ProblemCatalogue;
  /** Headers of every reply, names and values in turn. */
  readonly headers: readonly string[];
  readonly bodyLimit: number;
  /** From where a request comes; said by the proxy, where there is one. */
  readonly addressOf: (request: IncomingMessage) => string;
  readonly observe: (request: Answered) => void;
}

/**
 * The way in for the few routes that a whole exam hangs on. It does for them what the router, guards and filter of Nest do for all
 * others, by the same gate, schemas and problem documents, at a fraction of the processor time
 * (`docs/decisions/0005-the-hot-path.md`).
 */
export class HotLane {
  private parts: HotLaneParts | undefined;

  /** Until then the lane takes nothing: the server exists before the controllers do. */
  open(parts: HotLaneParts): void {
    this.parts = parts;
  }

  /** Answers the request if it is one of the lane's; otherwise leaves it untouched and says no. */
  take(request: IncomingMessage, response: ServerResponse): boolean {
    if (this.parts === undefined) return false;
    const found = findRoute(this.parts.routes, request.method!, request.url!);
    if (found === null) return false;
    void this.answer(this.parts, found, request, response);
    return true;
  }

  /** First who calls, then what comes in: a stranger learns nothing of the input's form. One function, because each costs turns of waiting. */
  private async answer(
    parts: HotLaneParts,
    { route, id }: Found,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const began = performance.now();
    const requestId = randomUUID();
    const { endpoint } = route;
    const { gate, bodyLimit, addressOf, observe } = parts;
    try {
      const isLimited = endpoint.limit !== undefined;
      const knock = { method: request.method, headers: request.headers, ip: isLimited ? addressOf(request) : '' };
      const who = (isLimited ? null : gate.recall(knock, endpoint)) ?? (await gate.admit(knock, endpoint));
      const sent = await readJson(request, bodyLimit);
      const body = endpoint.isSound?.(sent) === true ? sent : parsed(endpoint.body!, sent, '');
      const reply = await route.handle({ who, params: id === null ? {} : { id }, body });
      send(parts, response, requestId, 200, reply, ['content-type', JSON_TYPE]);
    } catch (error) {
      refuse(parts, error, requestId, request, response);
    }
    const { method, path } = endpoint;
    const ms = performance.now() - began;
    observe({ id: requestId, method, route: path, status: response.statusCode, ms });
  }
}

function refuse(
  parts: HotLaneParts,
  error: unknown,
  requestId: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const document = describeProblem(error, parts.catalogue, languageOf(request), requestId);
  const headers = ['content-type', PROBLEM_TYPE];
  const retryAfter = retryAfterOf(document);
  if (retryAfter !== null) headers.push('retry-after', retryAfter);
  // What is still to come of it is not worth waiting for.
  if (document.status === TOO_LARGE) headers.push('connection', 'close');
  send(parts, response, requestId, document.status, document, headers);
}

function send(
  parts: HotLaneParts,
  response: ServerResponse,
  requestId: string,
  status: number,
  reply: unknown,
  headers: string[],
): void {
  const text = JSON.stringify(reply);
  headers.push('content-length', String(Buffer.byteLength(text)), 'x-request-id', requestId);
  response.writeHead(status, headers.concat(parts.headers));
  response.end(text);
}
