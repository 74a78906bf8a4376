import { attemptSubmitted } from '@hz/delivery/contract';
import { ListensTo, type EventHandler } from '@hz/platform';
import { ScoreAttempt } from '../application/score-attempt.command';

@ListensTo(attemptSubmitted, 'grading.score-attempt')
export class ScoreAttemptJob implements EventHandler<typeof attemptSubmitted.payloadType> {
  constructor(private readonly score: ScoreAttempt) {}

  run({ attemptId }: typeof attemptSubmitted.payloadType): Promise<void> {
    return this.score.run(attemptId);
  }
}
