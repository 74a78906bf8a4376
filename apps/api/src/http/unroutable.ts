import { languageOf, MalformedRequest, problemDocument, type Config, type ProblemCatalogue } from '@hz/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { securityHeaders } from './security-headers';

/** Answers an address that the router cannot read: no route, hook or filter sees such a request. */
export function refuseUnroutable(catalogue: ProblemCatalogue, config: Pick<Config, 'publicUrl' | 'paperBaseUrl'>) {
  const addSecurityHeaders = securityHeaders(config);
  return (_: Error, request: FastifyRequest, reply: FastifyReply): void => {
    const document = problemDocument(new MalformedRequest(), catalogue, languageOf(request), request.id);
    addSecurityHeaders(request, reply);
    void reply.status(document.status).type('application/problem+json').send(JSON.stringify(document));
  };
}
