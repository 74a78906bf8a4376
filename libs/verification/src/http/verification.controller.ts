import { Body, Controller, Param, Query } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { Endpoint, Who } from '@hz/platform';
import { z } from 'zod';
import { AskCertificate } from '../application/check-certificate.query';
import {
  institutionQuestionSchema,
  verificationAnswerSchema,
  verificationQuestionSchema,
  type VerificationQuestion,
} from '../contract';

const byNumber = z.object({ number: z.string().trim().min(1).max(60) });

@Controller()
export class VerificationController {
  constructor(private readonly ask: AskCertificate) {}

  @Endpoint({
    method: 'POST',
    path: '/api/v1/verifications',
    allow: 'public',
    object: 'any',
    body: verificationQuestionSchema,
    returns: verificationAnswerSchema,
    withoutCsrf: true,
    limit: { by: 'address', max: 30, windowSeconds: 60 },
    summary: {
      zh: '查验证书：编号加姓名，或编号加二维码中的查验码',
      en: 'Verify a certificate by number and name, or by number and the code of its QR code',
    },
  })
  verify(@Body() question: VerificationQuestion) {
    return this.ask.byAnyone(question);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/certificates/:number',
    allow: { apiKey: 'certificates:read' },
    object: 'any',
    params: byNumber,
    query: institutionQuestionSchema,
    returns: verificationAnswerSchema,
    summary: {
      zh: '机构按编号查验证书；给出姓名或查验码时一并核对',
      en: 'Verify a certificate by number, for institutions; name or code are compared where they are given',
    },
  })
  forInstitution(
    @Who() who: Principal,
    @Param() { number }: z.infer<typeof byNumber>,
    @Query() known: z.infer<typeof institutionQuestionSchema>,
  ) {
    return this.ask.byInstitution(who, { number, ...known });
  }
}
