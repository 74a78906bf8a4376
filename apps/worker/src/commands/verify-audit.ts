import { VerifyChain } from '@hz/audit';
import type { Config } from '@hz/platform';
import { within } from '../worker.module';

/** Checks the audit chain from its first entry (P8). Exit code 1 when something was altered. */
export function verifyAudit(config: Config): Promise<number> {
  return within(config, async (app) => {
    const { links, unlinked, fault } = await app.get(VerifyChain).run();
    if (fault === null) {
      console.log(`审计链完好 / The audit chain is intact: ${links} entries, ${unlinked} not linked yet`);
      return 0;
    }
    console.error(`审计链在第 ${fault.no} 条被改动 / The audit chain breaks at entry ${fault.no}: ${fault.fault}`);
    return 1;
  });
}
