import { Sweeps, type Sweep } from '@hz/platform';
import { AnnounceExpired } from '../application/announce-expired.command';

@Sweeps('certification.announce-expired', 60_000)
export class AnnounceExpiredSweep implements Sweep {
  constructor(private readonly announce: AnnounceExpired) {}

  run(): Promise<void> {
    return this.announce.run();
  }
}
