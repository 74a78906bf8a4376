import { attemptSupplemented } from '@hz/delivery/contract';
import { ListensTo, type EventHandler } from '@hz/platform';
import { ScoreAgain } from '../application/score-again.command';

@ListensTo(attemptSupplemented, 'grading.score-again')
export class ScoreAgainJob implements EventHandler<typeof attemptSupplemented.payloadType> {
  constructor(private readonly score: ScoreAgain) {}

  run({ attemptId }: typeof attemptSupplemented.payloadType): Promise<void> {
    return this.score.run(attemptId);
  }
}
