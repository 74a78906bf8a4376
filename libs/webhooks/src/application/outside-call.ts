import { lookup } from 'node:dns/promises';
import { request as plainRequest, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { LookupFunction, Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { hostOf, OutsideAddress } from './outside-address';

export interface OutsideReply {
  readonly tookMs: number;
  readonly httpStatus: number | null;
  /** Why there is no status: `address-refused`, `timeout`, or the code of the network error. */
  readonly error: string | null;
  /** The beginning of the reply's body. */
  readonly response: string | null;
}

const WITHIN_MS = 10_000;
const RESPONSE_BYTES = 1_024;

/** Port: the addresses of a name. */
@Injectable()
export class Resolver {
  async addressesOf(host: string): Promise<string[]> {
    return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
  }
}

class CallRefused extends Error {
  constructor(readonly code: 'address-refused' | 'timeout') {
    super(code);
  }
}

/**
 * Posts to an address that somebody else chose. A name is resolved once, every address that it has must be on the public Internet, and
 * the connection goes to one that was looked at: there is no second look-up that could answer otherwise. No redirects, no proxy, a limit
 * of time over everything, and no more of the reply than its beginning.
 */
@Injectable()
export class OutsideCall {
  constructor(
    private readonly outside: OutsideAddress,
    private readonly resolver: Resolver,
  ) {}

  async post(address: string, headers: Record<string, string>, body: string): Promise<OutsideReply> {
    const began = performance.now();
    const took = () => Math.round(performance.now() - began);
    try {
      const { httpStatus, response } = await this.exchange(address, headers, body);
      return { tookMs: took(), httpStatus, error: null, response };
    } catch (error) {
      const { code } = error as { code?: string };
      return { tookMs: took(), httpStatus: null, error: code ?? 'failed', response: null };
    }
  }

  private async exchange(address: string, headers: Record<string, string>, body: string) {
    const url = this.outside.read(address);
    if (url === null) throw new CallRefused('address-refused');
    const options: RequestOptions = {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' },
      lookup: this.lookup,
      agent: false,
      signal: AbortSignal.timeout(WITHIN_MS),
    };
    const request = (url.protocol === 'https:' ? secureRequest : plainRequest)({
      ...options,
      protocol: url.protocol,
      hostname: hostOf(url),
      port: url.port,
      path: `${url.pathname}${url.search}`,
    });
    return answerOf(request, body, (socket) => this.outside.allows(socket.remoteAddress ?? ''));
  }

  /** What the connection asks for the address of a name. */
  private readonly lookup: LookupFunction = (host, options, done) => {
    this.resolver.addressesOf(host).then(
      (addresses) => {
        const refused = addresses.length === 0 || !addresses.every((each) => this.outside.allows(each));
        if (refused) return done(new CallRefused('address-refused'), '', 0);
        const found = addresses.map((each) => ({ address: each, family: each.includes(':') ? 6 : 4 }));
        return options.all === true ? done(null, found) : done(null, found[0]!.address, found[0]!.family);
      },
      (error: NodeJS.ErrnoException) => done(error, '', 0),
    );
  };
}

function answerOf(request: ClientRequest, body: string, isOutside: (socket: Socket) => boolean) {
  return new Promise<{ httpStatus: number; response: string }>((resolve, reject) => {
    request.on('error', (error) =>
      reject(error.name === 'AbortError' || error.name === 'TimeoutError' ? new CallRefused('timeout') : error),
    );
    request.on(
      'response',
      (reply) =>
        void beginningOf(reply).then((response) => {
          resolve({ httpStatus: reply.statusCode!, response });
          request.destroy();
        }, reject),
    );
    request.on('socket', (socket) => {
      const send = () => {
        // Whatever the look-up said: nothing is sent to where the connection must not lead.
        if (isOutside(socket)) request.end(body);
        else request.destroy(new CallRefused('address-refused'));
      };
      if (socket.connecting) socket.once('connect', send);
      else send();
    });
  });
}

async function beginningOf(reply: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of reply as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (length >= RESPONSE_BYTES) break;
  }
  // A text column holds no zero bytes.
  return Buffer.concat(parts).subarray(0, RESPONSE_BYTES).toString('utf8').replaceAll('\0', '');
}
