import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../http/language';
import { describeProblem, retryAfterOf } from './describe-problem';
import type { ProblemCatalogue } from './problem-catalogue';

/** Renders every error as `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly catalogue: ProblemCatalogue) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    const document = describeProblem(error, this.catalogue, languageOf(request), request.id);
    const retryAfter = retryAfterOf(document);
    if (retryAfter !== null) void reply.header('retry-after', retryAfter);
    void reply.status(document.status).type('application/problem+json').send(document);
  }
}
