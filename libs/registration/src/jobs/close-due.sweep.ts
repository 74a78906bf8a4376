import { dangerouslySystem } from '@hz/kernel';
import { Sweeps, type Sweep } from '@hz/platform';
import { EndSession } from '../application/end-session.command';

@Sweeps('registration.close-due', 30_000)
export class CloseDueSweep implements Sweep {
  constructor(private readonly sessions: EndSession) {}

  run(): Promise<void> {
    return this.sessions.closeDue(dangerouslySystem('close-due-sessions'));
  }
}
