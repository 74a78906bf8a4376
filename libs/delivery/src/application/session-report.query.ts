import { Injectable } from '@nestjs/common';
import { Clock, type SessionId } from '@hz/kernel';
import { LogArchived, type SessionReport } from '../contract';
import { LateAnswerRepository, type LateRow } from '../persistence/late-answer.repository';
import { ReportRepository } from '../persistence/report.repository';
import { Incidents, ownLosses, resitsOf } from './incidents.query';

/** More than any sitting has: the list of late answers ends there too. */
const MOST_LATE = 100_000;

/** What happened in a sitting, for those who answer for it. */
@Injectable()
export class SessionReports {
  constructor(
    private readonly incidents: Incidents,
    private readonly figures: ReportRepository,
    private readonly late: LateAnswerRepository,
    private readonly clock: Clock,
  ) {}

  /** Throws SessionNotFound; LogArchived, because without the log it would say that nothing was saved. */
  async of(sessionId: SessionId): Promise<SessionReport> {
    if (await this.figures.isArchived(sessionId)) throw new LogArchived();
    const { details, material } = await this.incidents.details(sessionId);
    const [attempts, saves, rejectedSaves, late] = await Promise.all([
      this.figures.attempts(sessionId),
      this.figures.saves(sessionId),
      this.figures.rejected(sessionId),
      this.late.ofSession(sessionId, MOST_LATE),
    ]);
    const given = details
      .filter(({ incident }) => incident.state === 'approved')
      .flatMap(({ affected }) => affected.filter(({ outcome }) => outcome === 'extended'));
    return {
      sessionId,
      serverTime: this.clock.now(),
      registered: material.registrations.length,
      ...attempts,
      ...saves,
      lateAnswers: lateFigures(late),
      rejectedSaves,
      ownLosses: ownLosses(material.contacts),
      compensatedMs: given.reduce((sum, { lostMs }) => sum + lostMs, 0),
      incidents: details,
      resits: resitsOf(details),
    };
  }
}

function lateFigures(rows: readonly LateRow[]): SessionReport['lateAnswers'] {
  const decided = rows.flatMap(({ decision }) => decision ?? []);
  return {
    waiting: rows.filter(({ verdict, decision }) => verdict !== 'counts' && decision === null).length,
    accepted: decided.filter(({ accepted }) => accepted).length,
    refused: decided.filter(({ accepted }) => !accepted).length,
  };
}
