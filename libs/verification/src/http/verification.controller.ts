import { Body, Controller, Param, Query, Res } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { Endpoint, Who, type PublicHotCall } from '@hz/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AskCertificate } from '../application/ask-certificate.command';
import { Sandbox } from '../application/sandbox';
import {
  institutionCheckSchema,
  institutionQuestionSchema,
  verificationAnswerSchema,
  verificationQuestionSchema,
  type InstitutionCheck,
  type VerificationQuestion,
} from '../contract';
import { SANDBOX_STATES } from '../domain/sandbox-certificates';

const byNumber = z.object({ number: z.string().trim().min(1).max(60) });
/** Of one address: a whole school may share it. Guessing names is limited by number, and codes cannot be guessed. */
const BY_ADDRESS = { by: 'address', max: 300, windowSeconds: 60 } as const;
const sandboxSchema = z
  .object({
    rows: z.array(
      z.object({
        state: z.enum(SANDBOX_STATES),
        number: z.string(),
        name: z.string(),
        code: z.string(),
        credential: z.record(z.string(), z.unknown()),
        jwt: z.string(),
      }),
    ),
  })
  .meta({ id: 'SandboxCertificates' });

@Controller()
export class VerificationController {
  constructor(
    private readonly ask: AskCertificate,
    private readonly sandbox: Sandbox,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '/api/v1/verifications',
    allow: 'public',
    object: 'any',
    body: verificationQuestionSchema,
    returns: verificationAnswerSchema,
    withoutCsrf: true,
    limit: BY_ADDRESS,
    hot: true,
    summary: {
      zh: '查验证书：编号加姓名，或编号加二维码中的查验码',
      en: 'Verify a certificate by number and name, or by number and the code of its QR code',
    },
  })
  verify({ body }: PublicHotCall<VerificationQuestion>) {
    return this.ask.byAnyone(body);
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
      zh: '机构按编号查验证书；给出姓名或查验码时一并核对，否则不显示持证人',
      en: 'Verify a certificate by number, for institutions; name or code are compared where they are given, else no holder is shown',
    },
  })
  forInstitution(
    @Who() who: Principal,
    @Param() { number }: z.infer<typeof byNumber>,
    @Query() known: z.infer<typeof institutionQuestionSchema>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return kept(reply, this.ask.byInstitution(who, { number, ...known }));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/certificate-checks',
    allow: { apiKey: 'certificates:read' },
    object: 'any',
    body: institutionCheckSchema,
    returns: verificationAnswerSchema,
    summary: {
      zh: '机构查验证书：按编号，或按持证人出示的凭证（JSON 或 VC-JWT）',
      en: 'Verify a certificate, for institutions: by number, or by the credential that its holder showed (JSON or VC-JWT)',
    },
  })
  check(@Who() who: Principal, @Body() asked: InstitutionCheck, @Res({ passthrough: true }) reply: FastifyReply) {
    return kept(reply, this.ask.byInstitution(who, asked));
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/sandbox/certificates',
    allow: { apiKey: 'certificates:read', orRoles: ['institution-clerk'] },
    object: 'none',
    returns: sandboxSchema,
    summary: { zh: '测试证书，每种状态一张', en: 'The test certificates, one in each state' },
  })
  async sandboxCertificates() {
    return { rows: await this.sandbox.list() };
  }
}

/** What may name a person is kept by nobody on the way. */
function kept<Answer>(reply: FastifyReply, answer: Answer): Answer {
  void reply.header('cache-control', 'private, no-store');
  return answer;
}
