export { RecomputeResult, type Recomputation } from './application/recompute-result.query';
export { ReleaseSession } from './application/release-session.command';
export { Results } from './application/results';
export { ScoreAgain } from './application/score-again.command';
export { ScoreAttempt } from './application/score-attempt.command';
export { SettleResult } from './application/settle-result.command';
export type { ResultRecord } from './domain/grading-records';
export { GradingModule } from './grading.module';
