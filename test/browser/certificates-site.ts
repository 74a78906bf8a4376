import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ChangeCertificateStatus } from '@hz/certification';
import { instant, type Principal, type Role } from '@hz/kernel';
import { RateLimiter, UnitOfWork } from '@hz/platform';
import { testConfig } from '@hz/platform/testing';
import { Publications } from '@hz/verification';
import { createApi } from '../../apps/api/src/create-api';
import { PERSONS_PASSWORD } from '../../libs/certification/src/testing/certification.fixture';
import { certificatesWorld, type IssuedFiles } from '../promises/certificates/issued';
import { freePort } from '../tools/processes';

const WEB = join(__dirname, '../../dist/web');
const A_MINUTE_MS = 60_000;
/** Longer than a certificate is valid. */
const LONG_AGO_MS = 4 * 366 * 86_400_000;

/** The whole site with certificates that the real pipeline issued, without the exams before them. */
export class CertificatesSite {
  private constructor(
    readonly base: string,
    private readonly made: Awaited<ReturnType<typeof certificatesWorld>>,
    private readonly app: NestFastifyApplication,
    private readonly dataDir: string,
  ) {}

  static async open(): Promise<CertificatesSite> {
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    const dataDir = mkdtempSync(join(tmpdir(), 'hz-site-'));
    const settings = { DATA_DIR: dataDir, PUBLIC_URL: base, PORT: String(port), WEB_ROOT: WEB };
    const made = await certificatesWorld(settings);
    const app = await createApi(testConfig(made.world.context.databaseUrl, settings));
    await app.listen(port, '127.0.0.1');
    return new CertificatesSite(base, made, app, dataDir);
  }

  /** A certificate that counts since a minute ago, or one that counted long ago. */
  issue({ expired = false } = {}): Promise<IssuedFiles> {
    const { clock } = this.made.world.context;
    clock.set(instant(Date.now() - (expired ? LONG_AGO_MS : A_MINUTE_MS)));
    return this.made.issue();
  }

  /** The address under which the holder of a certificate signs in; the password is the one that the fixture gives everybody. */
  async holderOf(number: string): Promise<{ email: string; password: string }> {
    const [row] = await this.made.world.sql<{ email: string }>(
      `SELECT email FROM identity.account JOIN certification.certificate USING (person_id) WHERE number = $1`,
      [number],
    );
    return { email: row!.email, password: PERSONS_PASSWORD };
  }

  /** Somebody of the staff. */
  async staff(role: Role): Promise<{ email: string; password: string; who: Principal }> {
    const { who, personId } = await this.made.world.person('管理员', role);
    const [row] = await this.made.world.sql<{ email: string }>(
      'SELECT email FROM identity.account WHERE person_id = $1',
      [personId],
    );
    return { email: row!.email, password: PERSONS_PASSWORD, who };
  }

  /** Revokes as an administrator does, with everything that comes of it. */
  revoke(who: Principal, number: string, reason: string): Promise<void> {
    const { world } = this.made;
    return world.get(ChangeCertificateStatus).run(who, number, 'revoke', reason);
  }

  /** What its issuer, or a court, did to a certificate. */
  setStatus(number: string, status: 'suspended' | 'revoked' | 'superseded'): Promise<void> {
    const { world } = this.made;
    return world.get(UnitOfWork).run((tx) => world.get(Publications).setStatus(tx, number, status, 'reason'));
  }

  /** Damages the list of what does not count now, past the triggers, as a disk that fails could; gives what puts it back. */
  async damageStatusList(): Promise<() => Promise<void>> {
    const { world } = this.made;
    const change = (from: string, to: string) =>
      world.get(UnitOfWork).run(async (tx) => {
        await tx.query('SET LOCAL session_replication_role = replica');
        await tx.query('UPDATE verification.suspension_list SET credential = replace(credential, $1, $2)', [from, to]);
      });
    await change('"proofPurpose"', '"proofPurposed"');
    return () => change('"proofPurposed"', '"proofPurpose"');
  }

  /** Takes the site off the network; gives what brings it back. */
  async unplug(): Promise<() => Promise<void>> {
    const server = this.app.getHttpServer();
    const closed = new Promise((done) => server.close(done));
    server.closeAllConnections();
    await closed;
    return () => new Promise((done) => server.listen(Number(new URL(this.base).port), '127.0.0.1', done));
  }

  /** Forgets who asked how often: in a test everybody has one address. */
  forgetLimits(): Promise<void> {
    return this.app.get(RateLimiter, { strict: false }).forgetAll();
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.made.world.context.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
