import type { Language } from '@hz/kernel';

/** A problem document of the API (RFC 9457 with our members). */
export interface ProblemDocument {
  title: string;
  titles: { zh: string; en: string };
  status: number;
  instance: string;
  code: string;
  params: Record<string, unknown>;
  errors: { pointer: string; code: string; detail?: string }[];
}

/** A refusal or failure of the server, with its title in both languages. */
export class ApiProblem extends Error {
  constructor(readonly document: ProblemDocument) {
    super(document.code);
  }

  get code(): string {
    return this.document.code;
  }

  get status(): number {
    return this.document.status;
  }

  title(language: Language): string {
    return this.document.titles[language];
  }
}

/** What answered sends somewhere else, which our API never does: most likely the log-in page of a network. */
export class ForeignReply extends Error {}

/** The server could not be reached at all. */
export class NetworkProblem extends Error {
  constructor(options?: ErrorOptions) {
    super('network', options);
  }
}

export const isProblem = (error: unknown, code?: string): error is ApiProblem =>
  error instanceof ApiProblem && (code === undefined || error.code === code);

/** Reads the problem out of a refused response; a proxy's own page becomes `platform.internal`, with the wait that it asks for. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  if (isDocument(body)) return new ApiProblem({ ...body, params: body.params ?? {}, errors: body.errors ?? [] });
  const titles = { zh: '服务暂时不可用', en: 'The service is not available' };
  return new ApiProblem({
    title: titles.en,
    titles,
    status: response.status,
    instance: response.headers.get('x-request-id') ?? '',
    code: 'platform.internal',
    params: waitOf(response),
    errors: [],
  });
}

/** `Retry-After` in seconds; dates, which the header may also hold, would need the device's clock. */
function waitOf({ headers }: Response): ProblemDocument['params'] {
  const seconds = Number(headers.get('retry-after') ?? '');
  return seconds > 0 ? { retryAfterSeconds: seconds } : {};
}

function isDocument(body: unknown): body is ProblemDocument {
  return typeof body === 'object' && body !== null && 'code' in body && 'titles' in body;
}
