import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import compress from '@fastify/compress';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import { createLogger, Gate, PinoForNest, ProblemCatalogue, ProblemFilter, Routes, type Config } from '@hz/platform';
import { apiModule } from './app.module';
import { contextProblems } from './contexts';
import { addressReader, PROXY_ADDRESSES } from './http/address';
import { serveApiDocs } from './http/api-docs';
import { headersOfData, setSecurityHeaders } from './http/security-headers';
import { serveWeb } from './http/static-web';
import { refuseUnroutable } from './http/unroutable';
import { HotLane } from './hot-lane/hot-lane';
import { hotRoutes } from './hot-lane/hot-routes';
import { observer, observeRequests } from './metrics/observe-requests';
import { RequestMetrics } from './metrics/request-metrics';

const BODY_LIMIT_BYTES = 1_048_576;
const KEEP_ALIVE_MS = 72_000;
/** For a whole request to arrive, so that slow senders hold nothing for long. */
const REQUEST_TIMEOUT_MS = 60_000;

/** The API, wired and initialised, ready to listen or to be called by supertest. */
export async function createApi(config: Config): Promise<NestFastifyApplication> {
  const log = createLogger(config.logLevel, 'api');
  const catalogue = new ProblemCatalogue(...contextProblems);
  const lane = new HotLane();
  const adapter = new FastifyAdapter({
    serverFactory: (handle: RequestListener) => serverOf(lane, handle),
    loggerInstance: log,
    // Our own line per request names the route's template, because paths may carry tokens.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: config.trustProxy && PROXY_ADDRESSES,
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
  const observe = observer(app.get(RequestMetrics), log);
  observeRequests(app, observe);
  await app.register(compress, { threshold: 1_024, encodings: ['br', 'gzip'] });
  await serveApiDocs(app);
  if (config.webRoot !== undefined) await serveWeb(app, config.webRoot);
  readBodiesOfRoutes(app);
  await app.init();
  lane.open({
    routes: hotRoutes(app),
    gate: app.get(Gate),
    catalogue,
    headers: headersOfData(config),
    bodyLimit: BODY_LIMIT_BYTES,
    addressOf: addressReader(config),
    observe,
  });
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** Bodies that are not JSON are read where a route says that it takes them, and up to the length that it says. */
function readBodiesOfRoutes(app: NestFastifyApplication): void {
  const limits = new Map<string, number>();
  for (const { endpoint } of app.get(Routes, { strict: false }).all()) {
    const { type, maxBytes } = endpoint.consumes ?? { type: '', maxBytes: 0 };
    if (type !== '') limits.set(type, Math.max(maxBytes, limits.get(type) ?? 0));
  }
  const fastify = app.getHttpAdapter().getInstance();
  for (const [type, bodyLimit] of limits) {
    fastify.addContentTypeParser(type, { parseAs: 'string', bodyLimit }, (_request, body, done) => done(null, body));
  }
}

/** The one server: the hot lane has the first look at each request, Nest gets all others. */
function serverOf(lane: HotLane, handle: RequestListener): Server {
  const times = { keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: REQUEST_TIMEOUT_MS };
  const server = createServer(times, (request, response) => {
    // Who is told to end closes a connection with its next reply; a busy one would hold the process for ever.
    if (!server.listening) response.shouldKeepAlive = false;
    if (!lane.take(request, response)) handle(request, response);
  });
  return server;
}
