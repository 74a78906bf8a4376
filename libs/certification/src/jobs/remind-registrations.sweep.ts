import { Sweeps, type Sweep } from '@hz/platform';
import { RemindRegistrations } from '../application/renewal/remind-registrations.command';

const EVERY_MS = 15 * 60_000;

@Sweeps('certification.remind-registrations', EVERY_MS)
export class RemindRegistrationsSweep implements Sweep {
  constructor(private readonly remind: RemindRegistrations) {}

  run(): Promise<void> {
    return this.remind.run();
  }
}
