import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import { createLogger, PinoForNest, ProblemCatalogue, ProblemFilter, Routes, type Config } from '@hz/platform';
import { apiModule } from './app.module';
import { contextProblems } from './contexts';
import { serveApiDocs } from './http/api-docs';
import { setSecurityHeaders } from './http/security-headers';
import { serveWeb } from './http/static-web';
import { refuseUnroutable } from './http/unroutable';
import { observeRequests } from './metrics/observe-requests';

const BODY_LIMIT_BYTES = 1_048_576;
/** A reverse proxy stands on this machine or in its private network; an address that anybody else claims is not believed. */
const PROXY_ADDRESSES = 'loopback, linklocal, uniquelocal';

/** The API, wired and initialised, ready to listen or to be called by supertest. */
export async function createApi(config: Config): Promise<NestFastifyApplication> {
  const log = createLogger(config.logLevel, 'api');
  const catalogue = new ProblemCatalogue(...contextProblems);
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    // Our own line per request names the route's template, because paths may carry tokens.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: config.trustProxy ? PROXY_ADDRESSES : false,
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: refuseUnroutable(catalogue, config),
  });
  const app = await NestFactory.create<NestFastifyApplication>(apiModule(config), adapter, {
    logger: new PinoForNest(log),
    abortOnError: false,
  });
  app.useGlobalFilters(new ProblemFilter(catalogue));
  app.enableShutdownHooks();
  setSecurityHeaders(app, config);
  observeRequests(app, log);
  await app.register(compress, { threshold: 1_024, encodings: ['br', 'gzip'] });
  await serveApiDocs(app);
  if (config.webRoot !== undefined) await serveWeb(app, config.webRoot);
  app.get(Routes).all();
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
