import { Sweeps, type Sweep } from '@hz/platform';
import { ForgetQueries } from '../application/forget-queries.command';

const EVERY_MS = 3_600_000;

@Sweeps('verification.forget-queries', EVERY_MS)
export class ForgetQueriesSweep implements Sweep {
  constructor(private readonly forget: ForgetQueries) {}

  run(): Promise<void> {
    return this.forget.run();
  }
}
