import { readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Everything that Vite puts here has a name derived from its content: such a file never changes. */
const HASHED = /^assets\//;
const SERVER_ROUTES = /^\/(?:api|health|metrics|status-lists|contexts|log|ca|\.well-known)(?:\/|$)/;
const YEAR_SECONDS = 31_536_000;

/** Serves the built web client; a page of its router gets `index.html`. Only files that were there at the start are served. */
export async function serveWeb(app: NestFastifyApplication, webRoot: string): Promise<void> {
  const root = resolve(webRoot);
  const files = new Set(filesIn(root));
  await app.register(fastifyStatic, { root, serve: false, cacheControl: false });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => {
      const path = pathOf(request.url);
      if (path === null || SERVER_ROUTES.test(path)) return reply.callNotFound();
      const file = path.slice(1);
      if (file !== 'index.html' && files.has(file)) {
        const keep = HASHED.test(file) ? `public, max-age=${YEAR_SECONDS}, immutable` : 'public, max-age=3600';
        return reply.header('cache-control', keep).sendFile(file);
      }
      if (!files.has('index.html') || !wantsPage(request.headers.accept, file)) return reply.callNotFound();
      return reply.header('cache-control', 'no-cache').sendFile('index.html');
    });
}

function filesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(url.split('?', 1)[0]!);
  } catch {
    return null;
  }
}

/** A missing script or picture must read as missing, not as a page. */
function wantsPage(accept: string | undefined, file: string): boolean {
  return !file.startsWith('assets/') && (accept === undefined || /text\/html|\*\/\*/.test(accept));
}
