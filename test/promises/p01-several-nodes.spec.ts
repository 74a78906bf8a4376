import { Candidate, someResponse } from '../tools/candidate';
import { Installation } from '../tools/installation';
import { brokenInvariants } from '../tools/invariants';
import { Ledger } from '../tools/ledger';
import { Nginx, nginxProgram } from '../tools/nginx';
import { pause } from '../tools/processes';

const CANDIDATES = 6;
/** With pages that never stop sending. */
const DRAINED_WITHIN_MS = 10_000;

// Where nginx is missing and cannot be installed, the set-up says so, and the test counts as skipped.
(nginxProgram === null ? describe.skip : describe)('P1: several nodes of the API behind the proxy that we ship', () => {
  let installation: Installation;
  let proxy: Nginx;

  beforeAll(async () => {
    installation = await Installation.create({ settings: { TRUST_PROXY: 'true' } });
    await installation.startApi();
    const second = await installation.startSecondApi();
    proxy = await Nginx.start(nginxProgram!, [installation.base, second]);
  });
  afterAll(async () => {
    await proxy?.stop();
    await installation?.remove();
  });

  it('one node is killed, another told to end, and a node comes back: every answer is taken, none is lost', async () => {
    const ledger = new Ledger();
    const candidates = await Promise.all(
      Array.from({ length: CANDIDATES }, (_, n) => Candidate.signUp(proxy.base, `nodes-${n}`)),
    );
    for (const candidate of candidates) await candidate.start();
    let isOver = false;
    const saving = candidates.map(async (candidate) => {
      for (let n = 0; !isOver; n += 1) {
        const item = candidate.items[n % candidate.items.length]!;
        await candidate.save(ledger, item, someResponse(item.interaction, n), 20_000);
      }
    });
    await pause(1_000);
    await installation.kill('api');
    await pause(1_000);
    await installation.startApi();
    await pause(500);
    installation.signal('api-2', 'SIGTERM');
    await installation.death('api-2', DRAINED_WITHIN_MS);
    await pause(2_000);
    isOver = true;
    await Promise.all(saving);
    const receipts = await Promise.all(candidates.map((candidate) => candidate.submit()));
    expect(receipts).toHaveLength(CANDIDATES);
    expect(await ledger.lost(installation)).toEqual([]);
    expect(await brokenInvariants(installation)).toEqual([]);
  });

  it('keeps papers, shows no figures, and believes no address that a client claims', async () => {
    const candidate = await Candidate.signUp(proxy.base, 'papers');
    await candidate.start();
    const [{ digest }] = (await installation.query<{ digest: string }>(
      'SELECT digest FROM delivery.sealed_paper LIMIT 1',
    )) as [{ digest: string }];
    const paper = () => fetch(`${proxy.base}/api/v1/papers/${digest}`);
    const first = Buffer.from(await (await paper()).arrayBuffer());
    const kept = await paper();
    expect(kept.headers.get('cache-control')).toContain('immutable');
    expect(Buffer.from(await kept.arrayBuffer()).equals(first)).toBe(true);
    expect((await fetch(`${proxy.base}/metrics`)).status).toBe(404);
    const claimed = { 'x-forwarded-for': '203.0.113.9', 'content-type': 'application/json' };
    const body = JSON.stringify({ email: candidate.email, password: 'not the password' });
    await fetch(`${proxy.base}/api/v1/login`, { method: 'POST', headers: claimed, body });
    const counted = await installation.query(`SELECT 1 FROM platform.rate_counter WHERE key LIKE '%203.0.113.9%'`);
    expect(counted).toEqual([]);
  });
});
