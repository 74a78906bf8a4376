import { Injectable } from '@nestjs/common';
import { KeySheets } from '@hz/assembly/keys';
import { Clock } from '@hz/kernel';
import { Sessions } from '@hz/registration';
import type { MarkingQueue } from '../contract';
import type { QueueCounts } from '../persistence/grading-progress.repository';
import { stemsOf } from './stems';

/** Titles and stems of the queues, from those who own them. */
@Injectable()
export class QueueSources {
  constructor(
    private readonly sessions: Sessions,
    private readonly keySheets: KeySheets,
    private readonly clock: Clock,
  ) {}

  now() {
    return this.clock.now();
  }

  async named(rows: readonly QueueCounts[]): Promise<MarkingQueue[]> {
    const stemOf = await stemsOf(this.keySheets, rows);
    const ids = [...new Set(rows.map(({ sessionId }) => sessionId))];
    const sessions = await Promise.all(ids.map((id) => this.sessions.byId(id)));
    const titleOf = new Map(sessions.map(({ id, title }) => [id, title]));
    return rows.map(({ formId, itemRef, ...row }) => ({
      ...row,
      sessionTitle: titleOf.get(row.sessionId)!,
      stem: stemOf({ formId, itemRef }),
    }));
  }
}
