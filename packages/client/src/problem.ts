import type { Schema } from './types';

/** What the server says when it refuses (RFC 9457). */
export type Problem = Schema<'Problem'>;

/** A refusal of the server. `code` tells which one, `titles` says it in Chinese and English. */
export class HengzhengError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | null,
    /** Seconds after which the server wants to be asked again; null where it says nothing. */
    readonly retryAfterSeconds: number | null,
  ) {
    super(problem === null ? `HTTP ${status}` : `${problem.code}: ${problem.titles.en}`);
    this.name = 'HengzhengError';
  }

  get code(): string | null {
    return this.problem?.code ?? null;
  }
}

export async function errorOf(response: Response): Promise<HengzhengError> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
  const after = Number(response.headers.get('retry-after') ?? NaN);
  const problem = isProblem ? ((await response.json()) as Problem) : null;
  return new HengzhengError(response.status, problem, Number.isFinite(after) ? after : null);
}
