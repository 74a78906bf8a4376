import { Sweeps, type Sweep } from '@hz/platform';
import { RecheckCertificates } from '../application/recheck/recheck-certificates.command';

const EVERY_MS = 5_000;

@Sweeps('certification.recheck', EVERY_MS)
export class RecheckSweep implements Sweep {
  constructor(private readonly recheck: RecheckCertificates) {}

  run(): Promise<void> {
    return this.recheck.run();
  }
}
