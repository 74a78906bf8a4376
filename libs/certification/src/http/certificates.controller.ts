import { Body, Controller, Param, Query } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { Endpoint, pageOf, pageQuery, Who } from '@hz/platform';
import { z } from 'zod';
import { CertificateList } from '../application/certificate-list.query';
import { RevokeCertificate } from '../application/revoke-certificate.command';
import { certificateFilterSchema, certificateRecordSchema, revocationSchema, type RevocationInput } from '../contract';

const listQuery = pageQuery.extend(certificateFilterSchema.shape);
const byNumber = z.object({ number: z.string().regex(/^[0-9A-Z-]{1,60}$/) });

@Controller()
export class CertificatesController {
  constructor(
    private readonly list: CertificateList,
    private readonly revoke: RevokeCertificate,
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
}
