import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const PAGE = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>衡证 API · Hengzheng API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
    <link rel="icon" type="image/png" href="/api/docs/favicon-32x32.png" />
  </head>
  <body>
    <div id="docs"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/init.js"></script>
  </body>
</html>
`;

/** A script of its own, because the policy forbids scripts inside the page. Calls from the page carry the CSRF token. */
const INIT = `const csrf = fetch('/api/v1/me').then((reply) => (reply.ok ? reply.json() : null)).catch(() => null);
SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  requestInterceptor: async (request) => {
    const me = await csrf;
    if (me) request.headers['x-csrf-token'] = me.csrfToken;
    return request;
  },
});
`;

const DIST_FILES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

/** The API's description for people at `/api/docs`, from files of our own installation. */
export async function serveApiDocs(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  const dist = dirname(require.resolve('swagger-ui-dist/package.json'));
  const serve = (path: string, type: string, body: string | Buffer): void => {
    server.get(path, (_, reply) => reply.type(type).header('cache-control', 'public, max-age=3600').send(body));
  };
  serve('/api/docs', 'text/html; charset=utf-8', PAGE);
  serve('/api/docs/init.js', 'text/javascript; charset=utf-8', INIT);
  for (const [name, type] of Object.entries(DIST_FILES)) {
    serve(`/api/docs/${name}`, type, readFileSync(join(dist, name)));
  }
}
