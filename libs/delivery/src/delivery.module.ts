import { Module } from '@nestjs/common';
import { AssemblyModule } from '@hz/assembly';
import { RegistrationModule } from '@hz/registration';
import { ApproveIncident } from './application/approve-incident.command';
import { ConfirmResits } from './application/confirm-resits.command';
import { ContactWriter } from './application/contact-writer';
import { DismissIncident } from './application/dismiss-incident.command';
import { FindIncidents } from './application/find-incidents.command';
import { Heartbeats } from './application/heartbeats';
import { IncidentMaterial } from './application/incident-material';
import { Incidents } from './application/incidents.query';
import { OpenIncident } from './application/open-incident.command';
import { PlatformStatuses } from './application/platform-status.query';
import { Pulse } from './application/pulse';
import { SessionContacts } from './application/session-contacts';
import { SessionReports } from './application/session-report.query';
import { WindowShifts } from './application/window-shifts';
import { ExamDayController } from './http/exam-day.controller';
import { HeartbeatController } from './http/heartbeat.controller';
import { IncidentController } from './http/incident.controller';
import { FindIncidentsSweep } from './jobs/find-incidents.sweep';
import { ContactRepository } from './persistence/contact.repository';
import { EffectRepository } from './persistence/effect.repository';
import { IncidentRepository } from './persistence/incident.repository';
import { ReportRepository } from './persistence/report.repository';
import { AttemptFactsCache } from './application/attempt-facts';
import { Attempts } from './application/attempts';
import { CloseOverdue } from './application/close-overdue.command';
import { EnterAttempt } from './application/enter-attempt.command';
import { EnterSection } from './application/enter-section.command';
import { Beacons } from './application/beacons';
import { ClaimAnswers } from './application/claim-answers.command';
import { OfflineAnswers } from './application/offline-answers';
import { ResponseFileKeys } from './application/response-file-keys';
import { ResponseFiles } from './application/response-files';
import { ResponseFileController } from './http/response-file.controller';
import { ResponseFileRepository } from './persistence/response-file.repository';
import { DecideAnswer } from './application/decide-answer.command';
import { LateAnswerList } from './application/late-answers.query';
import { ReceiptAdditions } from './application/receipt-additions';
import { Supplements } from './application/supplements';
import { LateAnswerController } from './http/late-answer.controller';
import { LateAnswerRepository } from './persistence/late-answer.repository';
import { OfflineAnswerController } from './http/offline-answer.controller';
import { OfflineAnswerRepository } from './persistence/offline-answer.repository';
import { HandIn } from './application/hand-in';
import { MacKeys } from './application/mac-keys';
import { Evidence } from './application/evidence';
import { OwnAttempts } from './application/own-attempts';
import { Receipts } from './application/receipts';
import { ResponseWriter } from './application/response-writer';
import { SaveLimit } from './application/save-limit';
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
import { ArchiveLog } from './application/archive-log.command';
import { LogArchiveRepository } from './persistence/log-archive.repository';
import { LogPartitions } from './persistence/log-partitions';
import { ResponseLogRepository } from './persistence/response-log.repository';
import { SealedPaperRepository } from './persistence/sealed-paper.repository';

/** What keeps contact with candidates and handles incidents. */
const INCIDENTS = [
  ApproveIncident,
  ConfirmResits,
  ContactRepository,
  ContactWriter,
  DismissIncident,
  EffectRepository,
  FindIncidents,
  FindIncidentsSweep,
  Heartbeats,
  IncidentMaterial,
  IncidentRepository,
  Incidents,
  OpenIncident,
  PlatformStatuses,
  Pulse,
  ReportRepository,
  SessionContacts,
  SessionReports,
  WindowShifts,
];

/** What is done with answers that come after the end. */
const AFTER_THE_END = [
  Beacons,
  ClaimAnswers,
  DecideAnswer,
  LateAnswerList,
  LateAnswerRepository,
  OfflineAnswerRepository,
  OfflineAnswers,
  ReceiptAdditions,
  ResponseFileKeys,
  ResponseFileRepository,
  ResponseFiles,
  Supplements,
];

@Module({
  imports: [AssemblyModule, RegistrationModule],
  controllers: [
    AttemptController,
    ExamDayController,
    HeartbeatController,
    IncidentController,
    LateAnswerController,
    OfflineAnswerController,
    PaperController,
    ResponseFileController,
    ResponseController,
  ],
  providers: [
    AttemptRepository,
    EvidenceRepository,
    ArchiveLog,
    LogArchiveRepository,
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
    SaveLimit,
    SaveResponses,
    SealedPapers,
    SealPapers,
    Sittings,
    StartAttempt,
    Submissions,
    SubmitAttempt,
    CloseOverdueSweep,
    ...INCIDENTS,
    ...AFTER_THE_END,
    SealPapersJob,
  ],
  exports: [
    DecideAnswer,
    Attempts,
    CloseOverdue,
    EnterAttempt,
    SaveResponses,
    SealedPapers,
    SealPapers,
    StartAttempt,
    Submissions,
    SubmitAttempt,
    Supplements,
    OpenIncident,
    Pulse,
  ],
})
export class DeliveryModule {}
