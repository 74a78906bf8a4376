import createClient from 'openapi-fetch';
import { currentLanguage } from '../language';
import { csrfToken } from './csrf';
import { ForeignReply, NetworkProblem, problemOf } from './problem';
import type { paths } from './schema';
import type { TypedClient } from './typed-client';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** `fetch` as our API wants it: language, CSRF token on writes, refusals and broken lines as errors. */
export async function apiFetch(input: Request): Promise<Response> {
  const request = new Request(input);
  request.headers.set('accept-language', currentLanguage());
  if (!SAFE.has(request.method)) {
    const token = await csrfToken();
    if (token !== null) request.headers.set('x-csrf-token', token);
  }
  const response = await fetch(request, { redirect: 'manual' }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new NetworkProblem({ cause });
  });
  if (response.type === 'opaqueredirect') throw new ForeignReply();
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** The client of the API, typed by its description. A refusal is thrown as `ApiProblem`. */
export const api = /* @__PURE__ */ createClient<paths>({
  baseUrl: '/',
  fetch: apiFetch,
  credentials: 'same-origin',
}) as TypedClient;

/** The data of a reply; refusals have been thrown before. */
export async function dataOf<Data>(reply: Promise<{ data?: Data }>): Promise<NonNullable<Data>> {
  const { data } = await reply;
  // No TypeError: that is what a broken line throws, and this line is whole.
  if (data === undefined || data === null) throw new Error('the reply has no body');
  return data;
}
