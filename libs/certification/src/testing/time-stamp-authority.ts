import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CONFIG = `
[tsa]
default_tsa = one
[one]
serial = FOLDER/serial
crypto_device = builtin
signer_cert = FOLDER/tsa.pem
signer_key = FOLDER/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
`;

/** A time-stamping authority by OpenSSL (`openssl ts`) behind HTTP. */
export class TimeStampAuthority {
  readonly folder = mkdtempSync(join(tmpdir(), 'hz-tsa-'));
  /** So many requests it has answered. */
  answered = 0;
  /** What it answers instead of a time-stamp; null: it does its work. */
  instead: { status: number; body: Buffer } | null = null;
  private server: Server | undefined;

  async start(): Promise<string> {
    const file = (name: string) => join(this.folder, name);
    const subject = ['-subj', '/CN=Time-stamps of a test', '-days', '3650', '-sha256'];
    const use = ['-addext', 'extendedKeyUsage=critical,timeStamping', '-addext', 'basicConstraints=critical,CA:FALSE'];
    const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout', file('tsa.key'), '-out', file('tsa.pem')];
    execFileSync('openssl', ['req', '-x509', ...key, ...subject, ...use], { stdio: 'ignore' });
    writeFileSync(file('serial'), '01\n');
    writeFileSync(file('tsa.cnf'), CONFIG.replaceAll('FOLDER', this.folder));
    this.server = createServer((request, reply) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const { status, body } = this.instead ?? { status: 200, body: this.stamp(Buffer.concat(parts)) };
        reply.writeHead(status, { 'content-type': 'application/timestamp-reply' }).end(body);
      });
    });
    await new Promise<void>((resolve) => this.server!.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** The answer to a request. */
  stamp(request: Buffer): Buffer {
    this.answered += 1;
    const [query, reply] = [join(this.folder, 'query'), join(this.folder, 'reply')];
    writeFileSync(query, request);
    const config = ['-config', join(this.folder, 'tsa.cnf'), '-section', 'one'];
    execFileSync('openssl', ['ts', '-reply', ...config, '-queryfile', query, '-out', reply], { stdio: 'ignore' });
    return readFileSync(reply);
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server?.close(resolve));
  }
}
