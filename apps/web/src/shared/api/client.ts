import createClient from 'openapi-fetch';
import { currentLanguage } from '../language';
import { csrfToken } from './csrf';
import { NetworkProblem, problemOf } from './problem';
import type { paths } from './schema';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** `fetch` as our API wants it: language, CSRF token on writes, refusals and broken lines as errors. */
export async function apiFetch(input: Request): Promise<Response> {
  const request = new Request(input);
  request.headers.set('accept-language', currentLanguage());
  if (!SAFE.has(request.method)) {
    const token = await csrfToken();
    if (token !== null) request.headers.set('x-csrf-token', token);
  }
  const response = await fetch(request).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new NetworkProblem({ cause });
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** The client of the API, typed by its description. A refusal is thrown as `ApiProblem`. */
export const api = /* @__PURE__ */ createClient<paths>({ baseUrl: '/', fetch: apiFetch, credentials: 'same-origin' });

/** The data of a reply; refusals have been thrown before. */
export async function dataOf<Data>(reply: Promise<{ data?: Data }>): Promise<NonNullable<Data>> {
  const { data } = await reply;
  if (data === undefined || data === null) throw new TypeError('the reply has no body');
  return data;
}

interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  query?: Record<string, string | number | undefined>;
  signal?: AbortSignal;
}

/** A call that the description does not hold yet, typed by its contract. */
export async function request<Reply>(
  path: string,
  { method = 'GET', body, query, signal }: RequestOptions = {},
): Promise<Reply> {
  const url = new URL(path, window.location.origin);
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') url.searchParams.set(name, String(value));
  }
  const response = await apiFetch(
    new Request(url, {
      method,
      credentials: 'same-origin',
      ...(signal && { signal }),
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    }),
  );
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as Reply;
}
