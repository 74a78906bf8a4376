import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '@hz/platform';

const GOOD = {
  DATABASE_URL: 'postgres://hz@db/hz',
  HZ_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
};
const SECRET = 'SECRET-CANARY-5b1c';

/** One wrong value for each variable that can be wrong; a variable whose every text is right has no line. */
const bad: Record<string, string> = {
  NODE_ENV: SECRET,
  PORT: SECRET,
  PUBLIC_URL: SECRET,
  PAPER_BASE_URL: `ftp://${SECRET}@cdn`,
  DATABASE_URL: `mysql://${SECRET}@db/hz`,
  DATABASE_REPLICA_URL: `mysql://${SECRET}@db/hz`,
  DATABASE_REPLICA_MAX_LAG_MS: SECRET,
  DATABASE_POOL: SECRET,
  REDIS_URL: `http://${SECRET}@redis`,
  REDIS_CLUSTER_NODES: `redis://a:6379,http://${SECRET}@redis`,
  QUEUE_BACKEND: SECRET,
  QUEUE_PREFIX: SECRET,
  HZ_MASTER_KEY: SECRET,
  SIGNER: SECRET,
  KEY_PASSPHRASE: `${SECRET} `,
  NEW_KEY_PASSPHRASE: `${SECRET} `,
  PKCS11_MODULE: SECRET,
  PKCS11_TOKEN: SECRET.repeat(3),
  PKCS11_PIN: `${SECRET}汉`,
  TSA_URL: `ftp://${SECRET}@tsa`,
  SMTP_URL: `imap://${SECRET}@mail`,
  PDF_THREADS: SECRET,
  LOG_WITNESSES: SECRET,
  LOG_LEVEL: SECRET,
  TRUST_PROXY: SECRET,
  SAVE_BATCH_MS: SECRET,
  SAVE_BATCH_ROWS: SECRET,
  SAVES_PER_SECOND: SECRET,
  SAVES_AT_ONCE: SECRET,
  OUTBOX_PATIENCE_SECONDS: SECRET,
  WEBHOOKS_TO_LOOPBACK: SECRET,
};
const ANY_TEXT_IS_RIGHT = ['HOST', 'DATA_DIR', 'WEB_ROOT', 'MAIL_FROM', 'PDF_EXTRA_FONT', 'HZ_TEST_SWITCHES'];

function refusal(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    return JSON.stringify([String(error), (error as Error).stack, error]);
  }
  return '';
}

describe('the settings', () => {
  it('have a case for each variable that is read', () => {
    const source = readFileSync(join(__dirname, '../../libs/platform/src/config/config.ts'), 'utf8');
    const variables = [...source.matchAll(/^ {4}([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name!);
    expect(variables.sort()).toEqual([...Object.keys(bad), ...ANY_TEXT_IS_RIGHT].sort());
  });

  it.each(Object.entries(bad))('stop the start by the name of a wrong %s, and never by its value', (name, value) => {
    const said = refusal({ ...GOOD, [name]: value });
    expect(said).toContain(name);
    expect(said).not.toContain(SECRET);
  });

  it('name all that is wrong or missing at once, and only that', () => {
    const said = refusal({ PORT: SECRET, SMTP_URL: SECRET, LOG_LEVEL: 'info' });
    for (const name of ['PORT', 'SMTP_URL', 'DATABASE_URL', 'HZ_MASTER_KEY']) expect(said).toContain(name);
    expect(said).not.toContain('LOG_LEVEL');
  });

  it('take an empty variable for one that is not set', () => {
    expect(readConfig({ ...GOOD, PORT: '', SMTP_URL: '' })).toMatchObject({ port: 3000, smtpUrl: undefined });
  });

  it('take a Redis or a Redis Cluster, and not both', () => {
    const nodes = 'redis://a:7000, redis://b:7001';
    expect(readConfig({ ...GOOD, REDIS_URL: 'redis://a' }).queue).toMatchObject({
      isCluster: false,
      servers: ['redis://a'],
    });
    expect(readConfig({ ...GOOD, REDIS_CLUSTER_NODES: nodes }).queue).toMatchObject({
      isCluster: true,
      servers: ['redis://a:7000', 'redis://b:7001'],
    });
    expect(readConfig({ ...GOOD, REDIS_CLUSTER_NODES: nodes, QUEUE_BACKEND: 'postgres' }).queue).toMatchObject({
      backend: 'postgres',
    });
    expect(refusal({ ...GOOD, REDIS_URL: 'redis://a', REDIS_CLUSTER_NODES: nodes })).toContain('REDIS_CLUSTER_NODES');
  });

  it('take a PKCS #11 token only with its library, name and PIN', () => {
    const token = { PKCS11_MODULE: '/usr/lib/p11.so', PKCS11_TOKEN: 'certificates', PKCS11_PIN: '123456' };
    expect(readConfig(GOOD).signer).toEqual({ kind: 'file', passphrase: undefined, newPassphrase: undefined });
    expect(readConfig({ ...GOOD, SIGNER: 'pkcs11', ...token }).signer).toMatchObject({ kind: 'pkcs11', pin: '123456' });
    for (const name of Object.keys(token)) {
      expect(refusal({ ...GOOD, SIGNER: 'pkcs11', ...token, [name]: '' })).toContain(name);
    }
  });

  it('refuse Redis without an address, and test switches in production', () => {
    expect(refusal({ ...GOOD, QUEUE_BACKEND: 'redis' })).toContain('REDIS_URL');
    expect(refusal({ ...GOOD, NODE_ENV: 'production', HZ_TEST_SWITCHES: SECRET })).toContain('HZ_TEST_SWITCHES');
    expect(refusal({ ...GOOD, NODE_ENV: 'production', HZ_TEST_SWITCHES: SECRET })).not.toContain(SECRET);
    expect(readConfig({ ...GOOD, NODE_ENV: 'production' }).testSwitches.size).toBe(0);
  });

  it('cannot be changed once read', () => {
    const config = readConfig(GOOD);
    expect(() => Object.assign(config, { port: 1 })).toThrow(TypeError);
  });
});
