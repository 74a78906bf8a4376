import { Body, Controller, Param, Query } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { Endpoint, pageOf, pageQuery, Who } from '@hz/platform';
import { z } from 'zod';
import { CertificateHistories } from '../application/certificate-history.query';
import { CertificateList } from '../application/certificate-list.query';
import { ChangeCertificateStatus } from '../application/change-status.command';
import { ReissueCertificate } from '../application/reissue-certificate.command';
import { RevokeCertificate } from '../application/revoke-certificate.command';
import {
  certificateFilterSchema,
  certificateHistorySchema,
  certificateRecordSchema,
  reissuedSchema,
  reissueSchema,
  revocationSchema,
  statusReasonSchema,
  type ReissueInput,
  type RevocationInput,
  type StatusReasonInput,
} from '../contract';

const listQuery = pageQuery.extend(certificateFilterSchema.shape);
const byNumber = z.object({ number: z.string().regex(/^[0-9A-Z-]{1,60}$/) });

@Controller()
export class CertificatesController {
  constructor(
    private readonly list: CertificateList,
    private readonly histories: CertificateHistories,
    private readonly statuses: ChangeCertificateStatus,
    private readonly revoke: RevokeCertificate,
    private readonly reissues: ReissueCertificate,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/admin/certificates',
    allow: ['exam-manager', 'administrator', 'auditor'],
    object: 'any',
    query: listQuery,
    returns: pageOf(certificateRecordSchema, 'CertificatePage'),
    summary: { zh: '全部证书', en: 'All certificates' },
  })
  all(@Query() query: z.infer<typeof listQuery>) {
    return this.list.run(query);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/admin/certificates/:number/revocation',
    allow: ['administrator'],
    object: 'any',
    params: byNumber,
    body: revocationSchema,
    summary: { zh: '撤销证书', en: 'Revoke a certificate' },
  })
  revocation(
    @Who() who: Principal,
    @Param() { number }: z.infer<typeof byNumber>,
    @Body() { reason }: RevocationInput,
  ): Promise<void> {
    return this.revoke.run(who, number, reason);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/admin/certificates/:number',
    allow: ['exam-manager', 'administrator', 'auditor'],
    object: 'any',
    params: byNumber,
    returns: certificateHistorySchema,
    summary: { zh: '一份证书及其经历', en: 'A certificate and what happened to it' },
  })
  one(@Param() { number }: z.infer<typeof byNumber>) {
    return this.histories.run(number);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/admin/certificates/:number/suspension',
    allow: ['exam-manager', 'administrator'],
    object: 'any',
    params: byNumber,
    body: statusReasonSchema,
    summary: { zh: '中止证书', en: 'Suspend a certificate' },
  })
  suspension(
    @Who() who: Principal,
    @Param() { number }: z.infer<typeof byNumber>,
    @Body() { reason }: StatusReasonInput,
  ): Promise<void> {
    return this.statuses.run(who, number, 'suspend', reason);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/admin/certificates/:number/reinstatement',
    allow: ['exam-manager', 'administrator'],
    object: 'any',
    params: byNumber,
    body: statusReasonSchema,
    summary: { zh: '恢复已中止的证书', en: 'End the suspension of a certificate' },
  })
  reinstatement(
    @Who() who: Principal,
    @Param() { number }: z.infer<typeof byNumber>,
    @Body() { reason }: StatusReasonInput,
  ): Promise<void> {
    return this.statuses.run(who, number, 'reinstate', reason);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/admin/certificates/:number/reissue',
    allow: ['exam-manager', 'administrator'],
    object: 'any',
    params: byNumber,
    body: reissueSchema,
    returns: reissuedSchema,
    summary: { zh: '补发（遗失）或换发（更名）证书', en: 'Issue a certificate again: lost, or under another name' },
  })
  reissue(@Who() who: Principal, @Param() { number }: z.infer<typeof byNumber>, @Body() input: ReissueInput) {
    return this.reissues.run(who, number, input);
  }
}
