import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from './config/config';

/**
 * Switches that fault tests set by `HZ_TEST_SWITCHES`; the configuration refuses them in production.
 * `crash:<point>` kills the process at a crash point; `without:<protection>` turns one protection off, so that a test can be seen to fail.
 */
@Injectable()
export class TestSwitches {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'testSwitches'>) {}

  /** Dies at once, as by `kill -9`, when a test asked for it here. */
  crashPoint(name: string): void {
    if (this.config.testSwitches.has(`crash:${name}`)) process.kill(process.pid, 'SIGKILL');
  }

  /** Whether a test turned this protection off. */
  without(protection: string): boolean {
    return this.config.testSwitches.has(`without:${protection}`);
  }
}
