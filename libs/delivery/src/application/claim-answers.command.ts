import { Injectable } from '@nestjs/common';
import { Clock, type AttemptId, type Principal } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { NotStarted, type ClaimOutcomes, type JournalPart } from '../contract';
import { AttemptRepository } from '../persistence/attempt.repository';
import { OfflineAnswers } from './offline-answers';
import { OwnAttempts } from './own-attempts';
import { SaveLimit } from './save-limit';

/** A page that was alone across the end brings what it has written, with what it can say about when. */
@Injectable()
export class ClaimAnswers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly own: OwnAttempts,
    private readonly answers: OfflineAnswers,
    private readonly limit: SaveLimit,
    private readonly clock: Clock,
  ) {}

  /** A repeat gets the same acknowledgements and keeps nothing twice. Throws AttemptNotFound, NotStarted, JournalUnusable, NotAnItem, SavingTooFast. */
  async run(who: Principal, id: AttemptId, part: JournalPart): Promise<ClaimOutcomes> {
    await this.own.find(who, id);
    this.limit.take(id, part.links.length);
    const outcomes = await this.uow.run(async (tx) => {
      // As hand-in and take-over do, so that what counts is in the receipt, and nothing counts that is not.
      const attempt = (await this.attempts.lock(tx, id))!;
      if (attempt.status === 'prepared') throw new NotStarted();
      const assessed = await this.answers.assess(tx, attempt, part);
      await this.answers.store(tx, attempt, assessed, 'page');
      return this.answers.outcomes(attempt, assessed);
    });
    const mac = this.answers.keptMac(id, part.head, outcomes);
    return { outcomes, serverTime: this.clock.now(), mac };
  }
}
