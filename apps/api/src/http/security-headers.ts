import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '@hz/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Settings = Pick<Config, 'publicUrl' | 'paperBaseUrl'>;

function contentSecurityPolicy({ paperBaseUrl }: Settings): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    // The component library writes style attributes; scripts have no such leave.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    // Sealed papers may lie elsewhere: a page decrypts only what has the digest that our own server named.
    `connect-src 'self'${paperBaseUrl === undefined ? '' : ` ${new URL(paperBaseUrl).origin}`}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const TRANSPORT_SECURITY = 'max-age=31536000; includeSubDomains';

/** The only pages that may ask for the camera: there a certificate's QR code is read. */
const VERIFICATION = /^\/verify(?:[/?]|$)/;
const NO_DEVICES = 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()';
const CAMERA_ALONE = NO_DEVICES.replace('camera=()', 'camera=(self)');

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': NO_DEVICES,
};

/** Headers of replies that are data and never a page, names and values in turn. */
export function headersOfData({ publicUrl }: Pick<Config, 'publicUrl'>): string[] {
  return Object.entries({
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...(publicUrl.startsWith('https:') && { 'strict-transport-security': TRANSPORT_SECURITY }),
  }).flat();
}

/** Puts the security headers on every reply, refusals and files included, and keeps replies of the API out of caches. */
export function setSecurityHeaders(app: NestFastifyApplication, config: Settings): void {
  const add = securityHeaders(config);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request, reply) => add(request, reply));
}

/** A function that adds what the handler of a reply has not set itself. */
export function securityHeaders(config: Settings): (request: FastifyRequest, reply: FastifyReply) => void {
  const headers = Object.entries({
    'content-security-policy': contentSecurityPolicy(config),
    ...HEADERS,
    ...(config.publicUrl.startsWith('https:') && { 'strict-transport-security': TRANSPORT_SECURITY }),
  });
  return (request, reply) => {
    if (VERIFICATION.test(request.url)) void reply.header('permissions-policy', CAMERA_ALONE);
    for (const [name, value] of headers) if (!reply.hasHeader(name)) void reply.header(name, value);
    void reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) {
      void reply.header('cache-control', 'no-store');
    }
  };
}
