import { Sweeps, type Sweep } from '@hz/platform';
import { SealChain } from '../application/seal-chain.command';

const EVERY_MS = 1_000;

@Sweeps('audit.seal-chain', EVERY_MS)
export class SealChainSweep implements Sweep {
  constructor(private readonly seal: SealChain) {}

  async run(): Promise<void> {
    await this.seal.run();
  }
}
