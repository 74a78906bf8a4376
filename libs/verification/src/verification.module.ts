import { Module } from '@nestjs/common';
import { AskCertificate, CheckCertificate } from './application/check-certificate.query';
import { CredentialProof } from './application/credential-proof';
import { CredentialToken } from './application/credential-token';
import { ForgetQueries } from './application/forget-queries.command';
import { Issuer } from './application/issuer';
import { ProofCheck } from './application/proof-check';
import { PublicDocuments } from './application/public-documents.query';
import { Publications } from './application/publications';
import { StatusLists } from './application/status-lists';
import { DocumentsController } from './http/documents.controller';
import { VerificationController } from './http/verification.controller';
import { ForgetQueriesSweep } from './jobs/forget-queries.sweep';
import { IssuerKeyRepository } from './persistence/issuer-key.repository';
import { PublishedRepository } from './persistence/published.repository';
import { QueryRepository } from './persistence/query.repository';
import { StatusListRepository } from './persistence/status-list.repository';

const persistence = [PublishedRepository, StatusListRepository, IssuerKeyRepository, QueryRepository];
const shared = [CheckCertificate, CredentialProof, CredentialToken, Issuer, Publications];

@Module({
  controllers: [VerificationController, DocumentsController],
  providers: [
    ...persistence,
    ...shared,
    AskCertificate,
    ProofCheck,
    StatusLists,
    PublicDocuments,
    ForgetQueries,
    ForgetQueriesSweep,
  ],
  exports: shared,
})
export class VerificationModule {}
