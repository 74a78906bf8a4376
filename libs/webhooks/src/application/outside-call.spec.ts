import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OutsideAddress } from './outside-address';
import { OutsideCall, Resolver } from './outside-call';

const strict = new OutsideAddress({ webhooksToLoopback: false });
const local = new OutsideAddress({ webhooksToLoopback: true });

/** Answers each look-up with the next list. */
class Answers extends Resolver {
  asked = 0;
  constructor(private readonly lists: string[][]) {
    super();
  }
  override addressesOf(): Promise<string[]> {
    return Promise.resolve(this.lists[Math.min(this.asked++, this.lists.length - 1)]!);
  }
}

const INSIDE = [
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '127.0.0.1',
  '127.8.9.1',
  '0.0.0.0',
  '169.254.169.254',
  '100.64.0.1',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  '192.0.2.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::7f00:1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::a00:1',
  '2002:a00:1::',
  '2001:0::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'fd00:ec2::254',
  'ff02::1',
];

describe('addresses that must not be reached', () => {
  it.each(INSIDE)('%s', async (address) => {
    expect(strict.allows(address)).toBe(false);
    const call = new OutsideCall(strict, new Answers([[address]]));
    await expect(call.post('https://hooks.example/', {}, '{}')).resolves.toMatchObject({ error: 'address-refused' });
  });

  it.each(['8.8.8.8', '::ffff:8.8.8.8', '2606:4700::1'])('%s may', (address) => {
    expect(strict.allows(address)).toBe(true);
  });

  it.each([
    'http://hooks.example/',
    'ftp://hooks.example/',
    'https://user@hooks.example/',
    'https://:secret@hooks.example/',
    'https://hooks.example/#part',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:7f00:1]/',
    'https://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'hooks.example',
  ])('%s is no address of a webhook', (url) => {
    expect(strict.read(url)).toBeNull();
  });

  it('one address of ours among public ones is enough to refuse a name', async () => {
    const call = new OutsideCall(strict, new Answers([['8.8.8.8', '10.0.0.1']]));
    await expect(call.post('https://hooks.example/', {}, '{}')).resolves.toMatchObject({ error: 'address-refused' });
  });

  it('a name that leads elsewhere the second time is looked up anew at each call, and refused then', async () => {
    const answers = new Answers([['127.0.0.1'], ['10.0.0.1']]);
    const call = new OutsideCall(local, answers);
    // The first leads to this machine, where nothing listens; the second to a network of ours.
    await expect(call.post('https://rebind.example:9/', {}, '{}')).resolves.toMatchObject({ error: 'ECONNREFUSED' });
    await expect(call.post('https://rebind.example:9/', {}, '{}')).resolves.toMatchObject({ error: 'address-refused' });
    expect(answers.asked).toBe(2);
  });

  it('http goes to this machine alone, and only where a setting says so', () => {
    expect(local.read('http://127.0.0.1:9/hook')?.href).toBe('http://127.0.0.1:9/hook');
    for (const url of ['http://10.0.0.1/', 'http://hooks.example/', 'http://localhost/', 'https://10.0.0.1/']) {
      expect(local.read(url)).toBeNull();
    }
  });
});

describe('a call', () => {
  let server: Server;
  let listener: RequestListener;
  const got: { headers: IncomingHttpHeaders; body: string }[] = [];
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?a=1`;
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        got.push({ headers: request.headers, body });
        listener(request, response);
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  afterAll(() => server.close());

  it('brings body and headers, and keeps no more of the reply than its beginning', async () => {
    listener = (_, response) => response.end('ü'.repeat(5_000));
    const reply = await new OutsideCall(local, new Resolver()).post(url(), { 'webhook-id': 'msg_1' }, '{"a":1}');
    expect(reply).toMatchObject({ httpStatus: 200, error: null });
    expect(Buffer.byteLength(reply.response!)).toBe(1_024);
    expect(got.at(-1)).toMatchObject({ body: '{"a":1}', headers: { 'webhook-id': 'msg_1' } });
  });

  it('follows no redirect', async () => {
    listener = (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    const before = got.length;
    const reply = await new OutsideCall(local, new Resolver()).post(url(), {}, '{}');
    expect(reply.httpStatus).toBe(302);
    expect(got).toHaveLength(before + 1);
  });

  it('sends nothing when the connection leads elsewhere than was looked at', async () => {
    listener = (_, response) => response.end();
    /** Lets the address pass until the connection stands. */
    class Fickle extends OutsideAddress {
      private asked = 0;
      override allows(address: string): boolean {
        return (this.asked += 1) <= 1 && super.allows(address);
      }
    }
    const before = got.length;
    const fickle = new Fickle({ webhooksToLoopback: true });
    const reply = await new OutsideCall(fickle, new Resolver()).post(url(), {}, '{}');
    expect(reply).toMatchObject({ httpStatus: null, error: 'address-refused' });
    expect(got).toHaveLength(before);
  });
});
