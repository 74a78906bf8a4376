import { inflateSync } from 'node:zlib';

/** What a secret may look like on its way out; base64 looks different for each place in a group of three bytes. */
function disguises(secret: string): Map<string, string> {
  const bytes = Buffer.from(secret);
  const forms = new Map([
    ['raw', secret],
    ['upper case', secret.toUpperCase()],
    ['hex', bytes.toString('hex')],
    ['reversed', [...secret].reverse().join('')],
  ]);
  for (const shift of [0, 1, 2]) {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // The first and the last group are shaped by neighbours that are not known.
    const core = text.slice(shift === 0 ? 0 : 4, -4);
    forms.set(`base64 at ${shift}`, core);
    forms.set(`base64url at ${shift}`, core.replaceAll('+', '-').replaceAll('/', '_'));
  }
  // A secret in hex may be sent as the bytes that it stands for.
  if (/^(?:[0-9a-f]{2})+$/.test(secret)) {
    const raw = Buffer.from(secret, 'hex');
    forms.set('bytes in base64', raw.toString('base64').slice(0, 20));
    forms.set('bytes in base64url', raw.toString('base64url').slice(0, 20));
    forms.set('bytes', raw.toString('latin1'));
  }
  return forms;
}

/** The texts in which to look: as sent, without percent and backslash escapes, and with the streams of a PDF unpacked. */
function readings(body: Buffer): string[] {
  const latin = body.toString('latin1');
  const percent = latin.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  const escapes = latin.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return [latin, percent, escapes, ...(latin.startsWith('%PDF') ? streamsOf(body, latin) : [])];
}

function streamsOf(body: Buffer, latin: string): string[] {
  return [...latin.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: mark }) => {
    if (latin.slice(index - 3, index) === 'end') return [];
    const start = index + mark.length;
    try {
      return [inflateSync(body.subarray(start, latin.indexOf('endstream', start))).toString('latin1')];
    } catch {
      return [];
    }
  });
}

/** Searches replies for secrets in all their disguises; the disguises are made once. */
export class LeakFinder {
  private readonly wanted: { secret: string; form: string; text: string }[];

  constructor(secrets: readonly string[]) {
    this.wanted = secrets.flatMap((secret) => [...disguises(secret)].map(([form, text]) => ({ secret, form, text })));
  }

  /** What is in the reply that must not be: `<secret> as <form>`. */
  in(reply: { body: Buffer; headers: object }): string[] {
    const texts = [...readings(reply.body), JSON.stringify(reply.headers)];
    return this.wanted
      .filter(({ text }) => texts.some((each) => each.includes(text)))
      .map(({ secret, form }) => `${secret} as ${form}`);
  }
}
