import { HttpException, Logger } from '@nestjs/common';
import { DomainError, type Language } from '@hz/kernel';
import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { DatabaseBusy, MalformedRequest, NotFound, TooLarge, TooManyRequests, Unavailable } from './platform-errors';
import type { ProblemCatalogue } from './problem-catalogue';
import { internalProblem, problemDocument, type ProblemDocument } from './problem-document';

/** SQLSTATE classes that mean "not now": connection lost, resources short, operator intervention. */
const DATABASE_AWAY = /^(08|53|57)/;
const CONNECTION_LOST = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
const LOST_IN_WORDS =
  /Connection terminated|Query read timeout|timeout exceeded when trying to connect|Driver not Connected/;
const RETRY_AFTER_SECONDS = '2';
const log = new Logger('problem');

/** The document that answers an error. What is not a DomainError tells nothing but its request id, under which it is recorded. */
export function describeProblem(
  error: unknown,
  catalogue: ProblemCatalogue,
  language: Language,
  requestId: string,
): ProblemDocument {
  const known = asDomainError(error);
  if (known !== null) return problemDocument(known, catalogue, language, requestId);
  log.error({ requestId, error: error instanceof Error ? error.stack : String(error) });
  return internalProblem(catalogue, language, requestId);
}

/** The `Retry-After` that goes with a document; null where trying again later is no remedy. */
export function retryAfterOf({ status, params }: ProblemDocument): string | null {
  return status === 503 || status === 429 ? String(params['retryAfterSeconds'] ?? RETRY_AFTER_SECONDS) : null;
}

/** The refusal that an error of the framework or the database stands for; null for one that nobody foresaw. */
export function asDomainError(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
  if (status === 404) return new NotFound();
  if (status === 413) return new TooLarge();
  if (status === 429) return new TooManyRequests();
  if (status === 503) return new Unavailable();
  if (status !== undefined && status >= 400 && status < 500) return new MalformedRequest();
  return isDatabaseAway(error) ? new DatabaseBusy() : null;
}

function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, driverError, message } = error as { code?: unknown; driverError?: unknown; message?: unknown };
  if (typeof code === 'string' && (DATABASE_AWAY.test(code) || CONNECTION_LOST.has(code))) return true;
  // So TypeORM tells a transaction whose connection broke between two of its statements, or before its commit.
  if (error instanceof QueryRunnerAlreadyReleasedError || error instanceof QueryRunnerProviderAlreadyReleasedError)
    return true;
  if (typeof message === 'string' && LOST_IN_WORDS.test(message)) return true;
  return driverError !== undefined && isDatabaseAway(driverError);
}
