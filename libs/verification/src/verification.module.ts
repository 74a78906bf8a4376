import { Module } from '@nestjs/common';
import { AnswerBatch } from './application/answer-batch.command';
import { AskCertificate } from './application/ask-certificate.command';
import { AskedQueries } from './application/asked-queries.query';
import { BatchAnswers } from './application/batch-answers';
import { BatchTools } from './application/batch-tools';
import { Batches } from './application/batches';
import { CheckCertificate } from './application/check-certificate.query';
import { CredentialProof } from './application/credential-proof';
import { CredentialToken } from './application/credential-token';
import { ForgetQueries } from './application/forget-queries.command';
import { Guesses } from './application/guesses';
import { Interests } from './application/interests.query';
import { Issuer } from './application/issuer';
import { ListedStatuses } from './application/listed-status';
import { PresentedCredential } from './application/presented-credential';
import { KnownCredentials } from './application/known-credentials';
import { ProofCheck } from './application/proof-check';
import { PublicDocuments } from './application/public-documents.query';
import { Publications } from './application/publications';
import { RecordQueries } from './application/record-queries';
import { Sandbox } from './application/sandbox';
import { SandboxCredentials } from './application/sandbox-credentials';
import { StatusLists } from './application/status-lists';
import { TokenProof } from './application/token-proof';
import { DocumentsController } from './http/documents.controller';
import { InstitutionController } from './http/institution.controller';
import { VerificationController } from './http/verification.controller';
import { AnswerBatchJob } from './jobs/answer-batch.job';
import { ForgetQueriesSweep } from './jobs/forget-queries.sweep';
import { BatchRepository } from './persistence/batch.repository';
import { IssuerKeyRepository } from './persistence/issuer-key.repository';
import { MatchingRepository } from './persistence/matching.repository';
import { PublishedRepository } from './persistence/published.repository';
import { QueryRepository } from './persistence/query.repository';
import { StatusListRepository } from './persistence/status-list.repository';

const persistence = [
  PublishedRepository,
  MatchingRepository,
  StatusListRepository,
  IssuerKeyRepository,
  QueryRepository,
  BatchRepository,
];
const shared = [
  AskedQueries,
  CheckCertificate,
  CredentialProof,
  CredentialToken,
  Interests,
  Issuer,
  PublicDocuments,
  Publications,
];

@Module({
  controllers: [VerificationController, InstitutionController, DocumentsController],
  providers: [
    ...persistence,
    ...shared,
    AnswerBatch,
    AnswerBatchJob,
    AskCertificate,
    BatchAnswers,
    Batches,
    BatchTools,
    Guesses,
    ListedStatuses,
    PresentedCredential,
    RecordQueries,
    Sandbox,
    SandboxCredentials,
    TokenProof,
    KnownCredentials,
    ProofCheck,
    StatusLists,
    ForgetQueries,
    ForgetQueriesSweep,
  ],
  exports: shared,
})
export class VerificationModule {}
