import { Injectable } from '@nestjs/common';
import type { DurationMs, SessionId } from '@hz/kernel';
import type { Tx } from '@hz/platform';
import { Sessions } from '@hz/registration';
import { windowLoss } from '../domain/compensation';
import { IncidentRepository } from '../persistence/incident.repository';

/** What approved incidents took of a session's window from those who have not started. */
@Injectable()
export class WindowShifts {
  constructor(
    private readonly sessions: Sessions,
    private readonly incidents: IncidentRepository,
  ) {}

  /** For an attempt that this transaction prepares: an approval under way is waited for, and a later one finds the attempt. */
  async of(tx: Tx, sessionId: SessionId): Promise<DurationMs> {
    const spans = await this.incidents.windowSpans(tx, sessionId);
    if (spans.length === 0) return 0;
    return windowLoss(spans, (await this.sessions.byId(sessionId)).opensAt, null);
  }
}
