import { apiFetch, dataOf } from './client';
import { rememberCsrfToken } from './csrf';
import { ApiProblem, ForeignReply, NetworkProblem } from './problem';

// The language stands in the document, which is not there.
jest.mock('../language', () => ({ currentLanguage: () => 'en' }));

const URL_OF = 'https://hz.example/api/v1/attempts/1/responses';
const post = (signal?: AbortSignal) => new Request(URL_OF, { method: 'POST', body: '{}', ...(signal && { signal }) });

describe('a call of the API', () => {
  const sent: Request[] = [];
  let answer: (request: Request) => Promise<Response>;

  beforeEach(() => {
    sent.length = 0;
    answer = () => Promise.resolve(new Response('{}'));
    jest.spyOn(globalThis, 'fetch').mockImplementation((input) => {
      sent.push(input as Request);
      return answer(input as Request);
    });
    rememberCsrfToken('token');
  });
  afterEach(() => jest.restoreAllMocks());

  it('carries language and, when it writes, the CSRF token', async () => {
    await apiFetch(post());
    await apiFetch(new Request(URL_OF));
    expect(sent.map(({ headers }) => headers.get('x-csrf-token'))).toEqual(['token', null]);
    expect(sent.map(({ headers }) => headers.get('accept-language'))).toEqual(['en', 'en']);
  });

  it('throws a refusal with its code, and a page of a proxy as a fault of the server', async () => {
    const problem = { code: 'delivery.attempt-closed', titles: { zh: '已交卷', en: 'Handed in' }, status: 409 };
    answer = () => Promise.resolve(Response.json(problem, { status: 409 }));
    await expect(apiFetch(post())).rejects.toMatchObject({ code: 'delivery.attempt-closed', status: 409 });
    answer = () => Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    const failure = await apiFetch(post()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApiProblem);
    expect(failure).toMatchObject({ code: 'platform.internal', status: 502 });
  });

  it('F25: tells a network that sends to its log-in page from a broken line, and does not follow it', async () => {
    answer = () => Promise.resolve({ type: 'opaqueredirect', ok: false, status: 0 } as Response);
    await expect(apiFetch(post())).rejects.toBeInstanceOf(ForeignReply);
    expect(jest.mocked(fetch).mock.calls[0]![1]).toEqual({ redirect: 'manual' });
  });

  it('takes the wait that a proxy asks for as that which our server asks for', async () => {
    const busy = (headers: Record<string, string>) => () =>
      Promise.resolve(new Response('<h1>Too many</h1>', { status: 429, headers }));
    answer = busy({ 'retry-after': '20' });
    await expect(apiFetch(post())).rejects.toMatchObject({ document: { params: { retryAfterSeconds: 20 } } });
    answer = busy({ 'retry-after': 'Wed, 25 Nov 2026 07:28:00 GMT' });
    await expect(apiFetch(post())).rejects.toMatchObject({ document: { params: {} } });
  });

  it('tells a broken line from a call that was given up', async () => {
    answer = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(apiFetch(post())).rejects.toBeInstanceOf(NetworkProblem);
    answer = ({ signal }) => Promise.reject(signal.reason as Error);
    await expect(apiFetch(post(AbortSignal.abort()))).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('takes an empty reply for no reply to the question, and not for a broken line', async () => {
    const failure = await dataOf(Promise.resolve({})).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(TypeError);
    expect(await dataOf(Promise.resolve({ data: 0 }))).toBe(0);
  });
});
