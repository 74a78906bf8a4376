import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Pulse } from '@hz/delivery';

/** The process that serves candidates writes the platform's pulse; workers do not, because nobody reaches the platform through them. */
@Injectable()
export class PulseOfThisNode implements OnApplicationBootstrap {
  constructor(private readonly pulse: Pulse) {}

  onApplicationBootstrap(): void {
    this.pulse.start();
  }
}
