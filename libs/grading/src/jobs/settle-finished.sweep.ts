import { Sweeps, type Sweep } from '@hz/platform';
import { SettleFinished } from '../application/settle-finished.command';

const EVERY_MS = 30_000;

@Sweeps('grading.settle-finished', EVERY_MS)
export class SettleFinishedSweep implements Sweep {
  constructor(private readonly settle: SettleFinished) {}

  run(): Promise<void> {
    return this.settle.run();
  }
}
