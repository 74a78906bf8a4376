import { Sweeps, type Sweep } from '@hz/platform';
import { IntegrateEntries } from '../application/integrate-entries.command';

const EVERY_MS = 2_000;

/** The safety net: what was appended by somebody who died before asking for it gets into the log all the same. */
@Sweeps('transparency.integrate', EVERY_MS)
export class IntegrateSweep implements Sweep {
  constructor(private readonly integrate: IntegrateEntries) {}

  run(): Promise<void> {
    return this.integrate.run();
  }
}
