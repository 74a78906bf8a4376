import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { DomainError, type Language } from '@hz/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../http/language';
import { DatabaseBusy, MalformedRequest, NotFound, TooLarge, TooManyRequests, Unavailable } from './platform-errors';
import type { ProblemCatalogue } from './problem-catalogue';
import { internalProblem, problemDocument } from './problem-document';

/** SQLSTATE classes that mean "not now": connection lost, resources short, operator intervention. */
const DATABASE_AWAY = /^(08|53|57)/;
const CONNECTION_LOST = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
const RETRY_AFTER_SECONDS = '2';

/** Renders every error as `application/problem+json`. What is not a DomainError tells nothing but its request id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('problem');

  constructor(private readonly catalogue: ProblemCatalogue) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    const document = this.describe(error, languageOf(request), request.id);
    if (document.status === 503 || document.status === 429) {
      void reply.header('retry-after', String(document.params['retryAfterSeconds'] ?? RETRY_AFTER_SECONDS));
    }
    void reply.status(document.status).type('application/problem+json').send(document);
  }

  private describe(error: unknown, language: Language, requestId: string) {
    const known = asDomainError(error);
    if (known !== null) return problemDocument(known, this.catalogue, language, requestId);
    this.log.error({ requestId, error: error instanceof Error ? error.stack : String(error) });
    return internalProblem(this.catalogue, language, requestId);
  }
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
  if (
    typeof message === 'string' &&
    /Connection terminated|timeout exceeded when trying to connect|Driver not Connected/.test(message)
  ) {
    return true;
  }
  return driverError !== undefined && isDatabaseAway(driverError);
}
