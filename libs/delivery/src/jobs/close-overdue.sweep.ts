import { Sweeps, type Sweep } from '@hz/platform';
import { CloseOverdue } from '../application/close-overdue.command';

@Sweeps('delivery.close-overdue', 1_000)
export class CloseOverdueSweep implements Sweep {
  constructor(private readonly closing: CloseOverdue) {}

  /** Goes on at once while there is more, so that thousands that end together are closed together. */
  async run(): Promise<void> {
    while ((await this.closing.run()) > 0);
  }
}
