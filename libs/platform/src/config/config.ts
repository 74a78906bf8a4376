import { z } from 'zod';
import { ConfigurationError } from './configuration-error';

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol.slice(0, -1)));

/** Several addresses of one kind of server, with commas between them. */
const urls = (...protocols: string[]) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(url(...protocols)));

const passphrase = z
  .string()
  .min(12)
  .refine((text) => text.trim() === text);

const environment = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    PUBLIC_URL: url('http', 'https').default('http://localhost:3000'),
    DATABASE_URL: url('postgres', 'postgresql'),
    DATABASE_REPLICA_URL: url('postgres', 'postgresql').optional(),
    DATABASE_REPLICA_MAX_LAG_MS: z.coerce.number().int().min(100).max(600_000).default(5_000),
    DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(20),
    REDIS_URL: url('redis', 'rediss').optional(),
    REDIS_CLUSTER_NODES: urls('redis', 'rediss').optional(),
    QUEUE_BACKEND: z.enum(['redis', 'postgres']).optional(),
    QUEUE_PREFIX: z
      .string()
      .regex(/^[a-z0-9-]+$/)
      .default('hz'),
    DATA_DIR: z.string().min(1).default('.data'),
    WEB_ROOT: z.string().optional(),
    PAPER_BASE_URL: url('http', 'https').optional(),
    SIGNER: z.enum(['file', 'pkcs11']).default('file'),
    KEY_PASSPHRASE: passphrase.optional(),
    NEW_KEY_PASSPHRASE: passphrase.optional(),
    PKCS11_MODULE: z.string().startsWith('/').optional(),
    PKCS11_TOKEN: z.string().min(1).max(32).optional(),
    PKCS11_PIN: z
      .string()
      .regex(/^[\x20-\x7e]{4,255}$/)
      .optional(),
    TSA_URL: url('http', 'https').optional(),
    HZ_MASTER_KEY: z.base64().refine((text) => Buffer.from(text, 'base64').length === 32),
    SMTP_URL: url('smtp', 'smtps').optional(),
    MAIL_FROM: z.string().default('Hengzheng <no-reply@hengzheng.example>'),
    PDF_EXTRA_FONT: z.string().min(1).optional(),
    PDF_THREADS: z.coerce.number().int().min(1).max(64).optional(),
    LOG_WITNESSES: z
      .string()
      .default('')
      .transform((text) => text.split(/[\s,]+/).filter((word) => word !== ''))
      .pipe(z.array(z.string().regex(/^[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/))),
    LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
    TRUST_PROXY: z.enum(['true', 'false']).default('false'),
    SAVE_BATCH_MS: z.coerce.number().int().min(0).max(1_000).default(50),
    SAVE_BATCH_ROWS: z.coerce.number().int().min(1).max(5_000).default(500),
    SAVES_PER_SECOND: z.coerce.number().min(0.1).max(1_000_000).default(10),
    SAVES_AT_ONCE: z.coerce.number().int().min(50).max(1_000_000).default(2_000),
    OUTBOX_PATIENCE_SECONDS: z.coerce.number().int().min(1).max(3_600).default(60),
    WEBHOOKS_TO_LOOPBACK: z.enum(['true', 'false']).default('false'),
    HZ_TEST_SWITCHES: z.string().default(''),
  })
  .refine((env) => env.QUEUE_BACKEND !== 'redis' || (env.REDIS_URL ?? env.REDIS_CLUSTER_NODES) !== undefined, {
    path: ['REDIS_URL'],
  })
  // Two places for one queue: half of the processes could look into the other.
  .refine((env) => env.REDIS_URL === undefined || env.REDIS_CLUSTER_NODES === undefined, {
    path: ['REDIS_CLUSTER_NODES'],
  })
  .superRefine((env, context) => {
    if (env.SIGNER !== 'pkcs11') return;
    for (const name of ['PKCS11_MODULE', 'PKCS11_TOKEN', 'PKCS11_PIN'] as const) {
      if (env[name] === undefined) context.addIssue({ code: 'custom', path: [name] });
    }
  })
  .refine((env) => env.NODE_ENV !== 'production' || env.WEBHOOKS_TO_LOOPBACK === 'false', {
    path: ['WEBHOOKS_TO_LOOPBACK'],
  })
  .refine((env) => env.NODE_ENV !== 'production' || env.HZ_TEST_SWITCHES === '', { path: ['HZ_TEST_SWITCHES'] });

/** Where jobs travel. Of a Redis Cluster `servers` are some nodes that know the others; otherwise it is the one server. */
export type QueueSettings =
  | {
      readonly backend: 'redis';
      readonly isCluster: boolean;
      readonly servers: readonly [string, ...string[]];
      readonly prefix: string;
    }
  | { readonly backend: 'postgres'; readonly prefix: string };

/** Where signing keys lie: in encrypted files under the data folder, or on a token that a PKCS #11 library reaches. */
export type SignerSettings =
  | {
      readonly kind: 'file';
      readonly passphrase: string | undefined;
      /** What the key files are to be sealed with instead, by the command that does so. */
      readonly newPassphrase: string | undefined;
    }
  | { readonly kind: 'pkcs11'; readonly module: string; readonly token: string; readonly pin: string };

/** The settings of one process, read once at start and frozen. */
export interface Config {
  readonly environment: 'development' | 'test' | 'production';
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly databaseUrl: string;
  readonly databasePool: number;
  /** A streaming replica for reads that may lag, and how old what it shows may be at most. */
  readonly databaseReplicaUrl: string | undefined;
  readonly replicaMaxLagMs: number;
  readonly queue: QueueSettings;
  readonly dataDir: string;
  readonly webRoot: string | undefined;
  /** Where browsers fetch sealed papers, `<this>/<digest>`: a CDN or an object store. Without it: from this server. */
  readonly paperBaseUrl: string | undefined;
  readonly masterKey: Buffer;
  readonly signer: SignerSettings;
  /** The time-stamping authority (RFC 3161) whose token each signed PDF carries. */
  readonly tsaUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** A TrueType or OpenType file for characters of names that the packaged font lacks. */
  readonly pdfExtraFont: string | undefined;
  /** How many threads print; left out: one less than the processor has cores. */
  readonly pdfThreads: number | undefined;
  /** The verifier keys (C2SP signed-note, type 4) of witnesses whose signatures the transparency log takes. */
  readonly logWitnesses: readonly string[];
  readonly logLevel: string;
  readonly trustProxy: boolean;
  /** Saves wait for the write under way, but no longer than `ms`; one write takes no more than `rows`. */
  readonly saveBatch: { readonly ms: number; readonly rows: number };
  /** What one attempt may save, on each node: so many changes a second on average, and so many that had to wait offline. */
  readonly saveLimit: { readonly perSecond: number; readonly atOnce: number };
  /** A delivery that a queue has not carried out within this time is handed over again. */
  readonly outboxPatienceSeconds: number;
  /** Webhooks may go to this very machine, for trying out; never in production. */
  readonly webhooksToLoopback: boolean;
  /** Sabotage switches and crash points that a test has set; always empty in production. */
  readonly testSwitches: ReadonlySet<string>;
}

/** Reads and checks the environment. Throws ConfigurationError with the names of the bad variables, never their values. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const cleaned = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(cleaned);
  if (!parsed.success) {
    throw new ConfigurationError([...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))]);
  }
  const e = parsed.data;
  return Object.freeze({
    environment: e.NODE_ENV,
    host: e.HOST,
    port: e.PORT,
    publicUrl: e.PUBLIC_URL.replace(/\/$/, ''),
    databaseUrl: e.DATABASE_URL,
    databasePool: e.DATABASE_POOL,
    databaseReplicaUrl: e.DATABASE_REPLICA_URL,
    replicaMaxLagMs: e.DATABASE_REPLICA_MAX_LAG_MS,
    queue: queueSettings(e),
    dataDir: e.DATA_DIR,
    webRoot: e.WEB_ROOT,
    paperBaseUrl: e.PAPER_BASE_URL?.replace(/\/$/, ''),
    masterKey: Buffer.from(e.HZ_MASTER_KEY, 'base64'),
    signer: signerSettings(e),
    tsaUrl: e.TSA_URL,
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    pdfExtraFont: e.PDF_EXTRA_FONT,
    pdfThreads: e.PDF_THREADS,
    logWitnesses: e.LOG_WITNESSES,
    logLevel: e.LOG_LEVEL,
    trustProxy: e.TRUST_PROXY === 'true',
    saveBatch: { ms: e.SAVE_BATCH_MS, rows: e.SAVE_BATCH_ROWS },
    saveLimit: { perSecond: e.SAVES_PER_SECOND, atOnce: e.SAVES_AT_ONCE },
    outboxPatienceSeconds: e.OUTBOX_PATIENCE_SECONDS,
    webhooksToLoopback: e.WEBHOOKS_TO_LOOPBACK === 'true',
    testSwitches: new Set(e.HZ_TEST_SWITCHES.split(',').filter((name) => name !== '')),
  });
}

function queueSettings(e: z.infer<typeof environment>): QueueSettings {
  const [first, ...others] = e.REDIS_CLUSTER_NODES ?? (e.REDIS_URL === undefined ? [] : [e.REDIS_URL]);
  return first === undefined || e.QUEUE_BACKEND === 'postgres'
    ? { backend: 'postgres', prefix: e.QUEUE_PREFIX }
    : {
        backend: 'redis',
        isCluster: e.REDIS_CLUSTER_NODES !== undefined,
        servers: [first, ...others],
        prefix: e.QUEUE_PREFIX,
      };
}

function signerSettings(e: z.infer<typeof environment>): SignerSettings {
  return e.SIGNER === 'file'
    ? { kind: 'file', passphrase: e.KEY_PASSPHRASE, newPassphrase: e.NEW_KEY_PASSPHRASE }
    : { kind: 'pkcs11', module: e.PKCS11_MODULE!, token: e.PKCS11_TOKEN!, pin: e.PKCS11_PIN! };
}

/** Token under which the frozen settings are injected. */
export const CONFIG = Symbol('config');
