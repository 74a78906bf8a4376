import { Module } from '@nestjs/common';
import { AssemblyModule } from '@hz/assembly';
import { DeliveryModule } from '@hz/delivery';
import { RegistrationModule } from '@hz/registration';
import { ClaimNext } from './application/claim-next.command';
import { FinaliseResults } from './application/finalise-results';
import { FlagTask } from './application/flag-task.command';
import { MarkTask } from './application/mark-task.command';
import { MarkerDeed } from './application/marker-deed';
import { Markers } from './application/markers';
import { MarkingDesk } from './application/marking-desk.query';
import { MyResults } from './application/my-results.query';
import { QueueSources } from './application/queue-sources';
import { RecomputeResult } from './application/recompute-result.query';
import { ReleaseSession } from './application/release-session.command';
import { Results } from './application/results';
import { ScoreAgain } from './application/score-again.command';
import { ScoreAttempt } from './application/score-attempt.command';
import { ScoringInputs } from './application/scoring-inputs';
import { SessionGradingQuery } from './application/session-grading.query';
import { SettleFinished } from './application/settle-finished.command';
import { SettleResult } from './application/settle-result.command';
import { SettlingSources } from './application/settling-rules';
import { SkipTask } from './application/skip-task.command';
import { TaskMaterials } from './application/task-material';
import { UndoMark } from './application/undo-mark.command';
import { MarkingController } from './http/marking.controller';
import { ReleaseController } from './http/release.controller';
import { ResultController } from './http/result.controller';
import { ScoreAgainJob } from './jobs/score-again.job';
import { ScoreAttemptJob } from './jobs/score-attempt.job';
import { SettleFinishedSweep } from './jobs/settle-finished.sweep';
import { SettleResultJob } from './jobs/settle-result.job';
import { GradingProgressRepository } from './persistence/grading-progress.repository';
import { MarkingTaskRepository } from './persistence/marking-task.repository';
import { ResultRepository } from './persistence/result.repository';
import { ScoredAttemptRepository } from './persistence/scored-attempt.repository';

const scoring = [
  ScoreAgain,
  ScoreAttempt,
  ScoringInputs,
  SettleResult,
  SettlingSources,
  SettleFinished,
  RecomputeResult,
];
const marking = [
  ClaimNext,
  MarkTask,
  UndoMark,
  SkipTask,
  FlagTask,
  MarkingDesk,
  QueueSources,
  MarkerDeed,
  Markers,
  TaskMaterials,
];
const results = [Results, MyResults, SessionGradingQuery, ReleaseSession, FinaliseResults];
const jobs = [ScoreAgainJob, ScoreAttemptJob, SettleResultJob, SettleFinishedSweep];
const persistence = [ScoredAttemptRepository, MarkingTaskRepository, ResultRepository, GradingProgressRepository];

@Module({
  imports: [AssemblyModule, RegistrationModule, DeliveryModule],
  controllers: [MarkingController, ReleaseController, ResultController],
  providers: [...scoring, ...marking, ...results, ...jobs, ...persistence],
  exports: [Results, ScoreAgain, ScoreAttempt, SettleResult, ReleaseSession, RecomputeResult],
})
export class GradingModule {}
