import { Injectable } from '@nestjs/common';
import type { DurationMs, Instant, SessionId } from '@hz/kernel';
import type { Tx } from '@hz/platform';
import { windowLoss } from '../domain/compensation';
import { IncidentRepository } from '../persistence/incident.repository';

/** What approved incidents took of a session's window from those who have not started. */
@Injectable()
export class WindowShifts {
  constructor(private readonly incidents: IncidentRepository) {}

  /** For attempts that this transaction prepares: an approval under way is waited for, and a later one finds the attempts. */
  async of(tx: Tx, session: { readonly id: SessionId; readonly opensAt: Instant }): Promise<DurationMs> {
    const spans = await this.incidents.windowSpans(tx, session.id);
    return spans.length === 0 ? 0 : windowLoss(spans, session.opensAt, null);
  }
}
