import { Sweeps, type Sweep } from '@hz/platform';
import { ForgetOldAccess } from '../application/forget-old-access.command';

const EVERY_MS = 3_600_000;

@Sweeps('identity.forget-old-access', EVERY_MS)
export class ForgetOldAccessSweep implements Sweep {
  constructor(private readonly forget: ForgetOldAccess) {}

  run(): Promise<void> {
    return this.forget.run();
  }
}
