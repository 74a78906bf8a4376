import { Module } from '@nestjs/common';
import { AssemblyModule } from '@hz/assembly';
import { RegistrationModule } from '@hz/registration';
import { AttemptFactsCache } from './application/attempt-facts';
import { Attempts } from './application/attempts';
import { CloseOverdue } from './application/close-overdue.command';
import { EnterAttempt } from './application/enter-attempt.command';
import { EnterSection } from './application/enter-section.command';
import { HandIn } from './application/hand-in';
import { MacKeys } from './application/mac-keys';
import { Evidence } from './application/evidence';
import { OwnAttempts } from './application/own-attempts';
import { Receipts } from './application/receipts';
import { ResponseWriter } from './application/response-writer';
import { PaperKeysDesk } from './application/paper-keys-desk';
import { SaveResponses } from './application/save-responses.command';
import { SealedPapers } from './application/sealed-papers';
import { SealPapers } from './application/seal-papers.command';
import { Sittings } from './application/sittings';
import { StartAttempt } from './application/start-attempt.command';
import { Submissions } from './application/submissions';
import { SubmitAttempt } from './application/submit-attempt.command';
import { AttemptController } from './http/attempt.controller';
import { PaperController } from './http/paper.controller';
import { ResponseController } from './http/response.controller';
import { CloseOverdueSweep } from './jobs/close-overdue.sweep';
import { SealPapersJob } from './jobs/seal-papers.job';
import { AttemptRepository } from './persistence/attempt.repository';
import { EvidenceRepository } from './persistence/evidence.repository';
import { LogPartitions } from './persistence/log-partitions';
import { ResponseLogRepository } from './persistence/response-log.repository';
import { SealedPaperRepository } from './persistence/sealed-paper.repository';

@Module({
  imports: [AssemblyModule, RegistrationModule],
  controllers: [AttemptController, PaperController, ResponseController],
  providers: [
    AttemptRepository,
    EvidenceRepository,
    LogPartitions,
    ResponseLogRepository,
    SealedPaperRepository,
    AttemptFactsCache,
    Attempts,
    CloseOverdue,
    EnterAttempt,
    EnterSection,
    Evidence,
    HandIn,
    MacKeys,
    OwnAttempts,
    PaperKeysDesk,
    Receipts,
    ResponseWriter,
    SaveResponses,
    SealedPapers,
    SealPapers,
    Sittings,
    StartAttempt,
    Submissions,
    SubmitAttempt,
    CloseOverdueSweep,
    SealPapersJob,
  ],
  exports: [
    Attempts,
    CloseOverdue,
    EnterAttempt,
    SaveResponses,
    SealedPapers,
    SealPapers,
    StartAttempt,
    Submissions,
    SubmitAttempt,
  ],
})
export class DeliveryModule {}
