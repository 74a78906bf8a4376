import { parseArgs } from 'node:util';
import { printed } from './cli/printed';
import { CannotRead, fetchedText, fileBytes, fileText, isOfIssuer, readTrust, renewed } from './cli/sources';
import { trustFrom } from './cli/trust-command';
import type { Options } from './options';
import type { Report, Verdict } from './report';
import { TrustUnreadable, type Trust } from './trust';
import { verify } from './verify';

const USAGE = `hengzheng-verify <file>… --trust <trust.json>
  <file>                  a certificate: PDF, PNG, JSON or JWT
  --qr <text>             what the QR code of a certificate holds, in place of a file
  --status-list <file>    a status list credential (may be given again: revocation, suspension)
  --log-proof <file>      a proof of the transparency log (may be given again)
  --require-log           nothing is valid without such a proof
  --fetch                 asks the issuers of the trust file for their keys and status lists, and nobody else
  --offline               asks nobody (so without --fetch too)
  --at <ISO 8601>         as if it were this moment
  --json                  the report as JSON
hengzheng-verify trust <url of an issuer>     prints a trust file; compare the fingerprints with what you learn elsewhere

0 有效 / valid · 1 无效 / not valid · 2 无法确定 / cannot be determined · 64 用法 / usage`;

const EXIT: Readonly<Record<Verdict, number>> = { valid: 0, 'not-valid': 1, 'cannot-be-determined': 2 };
const WRONG_USAGE = 64;

interface Task {
  readonly inputs: readonly { readonly name: string; readonly input: Uint8Array<ArrayBuffer> | string }[];
  readonly trust: Trust;
  readonly options: Options;
  readonly json: boolean;
}

async function main(args: string[]): Promise<number> {
  if (args[0] === 'trust') return printTrust(args.slice(1));
  const { inputs, trust, options, json } = await taskOf(args);
  const reports: Report[] = [];
  for (const { name, input } of inputs) {
    const report = await verify(input, trust, options);
    reports.push(report);
    process.stdout.write(json ? `${JSON.stringify({ file: name, ...report })}\n` : printed(name, report));
  }
  const codes = reports.map(({ verdict }) => EXIT[verdict]);
  return codes.includes(1) ? 1 : Math.max(...codes);
}

async function printTrust([url, ...more]: string[]): Promise<number> {
  if (url === undefined || more.length > 0) throw new WrongUsage('trust <url>');
  const { file, fingerprints } = await trustFrom(url, Date.now());
  process.stdout.write(`${JSON.stringify(file, null, 2)}\n`);
  process.stderr.write(`请通过其他渠道核对 / Compare with what you learn elsewhere:\n${fingerprints.join('\n')}\n`);
  return 0;
}

class WrongUsage extends Error {}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        trust: { type: 'string' },
        qr: { type: 'string', multiple: true, default: [] },
        'status-list': { type: 'string', multiple: true, default: [] },
        'log-proof': { type: 'string', multiple: true, default: [] },
        'require-log': { type: 'boolean', default: false },
        fetch: { type: 'boolean', default: false },
        offline: { type: 'boolean', default: false },
        at: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new WrongUsage((error as Error).message);
  }
}

async function taskOf(args: string[]): Promise<Task> {
  const { values, positionals } = parsed(args);
  const { trust: trustPath, qr, at, fetch: mayFetch, offline } = values;
  if (trustPath === undefined || positionals.length + qr.length === 0) throw new WrongUsage('<file> --trust <file>');
  if (mayFetch && offline) throw new WrongUsage('--fetch --offline');
  const now = at === undefined ? Date.now() : Date.parse(at);
  if (Number.isNaN(now)) throw new WrongUsage(`--at ${at}`);
  const inputs = [
    ...positionals.map((name) => ({ name, input: fileBytes(name) })),
    ...qr.map((input) => ({ name: 'QR', input })),
  ];
  const { file, trust: pinned } = await readTrust(trustPath);
  const options = {
    now,
    statusLists: values['status-list'].map(fileText),
    logProofs: values['log-proof'].map(fileText),
    requireLog: values['require-log'],
  };
  if (!mayFetch) return { inputs, trust: pinned, options, json: values.json };
  const trust = await freshest(file, pinned, now);
  const fetchList = (url: string) => (isOfIssuer(url, trust.issuers) ? fetchedText(url) : Promise.resolve(null));
  return { inputs, trust, options: { ...options, fetchList }, json: values.json };
}

/** Where the issuer does not answer, what was pinned goes on to count, with its age. */
async function freshest(file: Record<string, unknown>, pinned: Trust, now: number): Promise<Trust> {
  try {
    return await renewed(file, now);
  } catch (error) {
    process.stderr.write(`未能更新 / Not renewed: ${(error as Error).message}\n`);
    return pinned;
  }
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    const known = error instanceof WrongUsage || error instanceof CannotRead || error instanceof TrustUnreadable;
    process.stderr.write(known ? `${(error as Error).message}\n\n${USAGE}\n` : `${(error as Error).stack}\n`);
    process.exitCode = WRONG_USAGE;
  },
);
