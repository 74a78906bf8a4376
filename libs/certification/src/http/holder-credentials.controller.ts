import { Controller, Param, Query, Res } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { Endpoint, sendTagged, Who } from '@hz/platform';
import { DISCLOSURES } from '@hz/verification/contract';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { HolderCredentials } from '../application/holder/holder-credentials.query';
import { certificateFormsSchema } from '../contract';

const byNumber = z.object({ number: z.string().regex(/^[0-9A-Z-]{1,60}$/) });
const chosen = z.object({ disclosure: z.enum(DISCLOSURES).default('whole-score') });
type ByNumber = z.infer<typeof byNumber>;
type Chosen = z.infer<typeof chosen>;

const PATH = '/api/v1/me/certificates/:number';
const OWN = { method: 'GET', allow: 'signed-in', object: 'own', params: byNumber } as const;
/** Painting takes a while. */
const LIMIT = { by: 'caller', max: 30, windowSeconds: 60 } as const;
const PRIVATE = 'private, no-cache';

@Controller()
export class HolderCredentialsController {
  constructor(private readonly credentials: HolderCredentials) {}

  @Endpoint({
    ...{ ...OWN, path: `${PATH}/forms`, returns: certificateFormsSchema },
    summary: { zh: '我的证书有哪些形式，各显示什么', en: 'The forms of my certificate, and what each shows' },
  })
  async forms(@Who() who: Principal, @Param() { number }: ByNumber) {
    return { rows: await this.credentials.forms(who, number) };
  }

  @Endpoint({
    ...{ ...OWN, path: `${PATH}/credential`, query: chosen, produces: 'application/vc' },
    summary: { zh: '我的证书（可验证凭证）', en: 'My certificate as a verifiable credential' },
  })
  async credential(
    @Who() who: Principal,
    @Param() { number }: ByNumber,
    @Query() { disclosure }: Chosen,
    @Res() reply: FastifyReply,
  ) {
    const body = await this.credentials.credential(who, number, disclosure);
    return sent(reply, 'application/vc', body, fileName(number, disclosure, 'json'));
  }

  @Endpoint({
    ...{ ...OWN, path: `${PATH}/token`, query: chosen, produces: 'application/vc+jwt' },
    summary: { zh: '我的证书（VC-JWT）', en: 'My certificate as VC-JWT' },
  })
  async token(
    @Who() who: Principal,
    @Param() { number }: ByNumber,
    @Query() { disclosure }: Chosen,
    @Res() reply: FastifyReply,
  ) {
    const body = await this.credentials.token(who, number, disclosure);
    return sent(reply, 'application/vc+jwt', body, fileName(number, disclosure, 'jwt'));
  }

  @Endpoint({
    ...{ ...OWN, path: `${PATH}/badge`, query: chosen, produces: 'image/png', limit: LIMIT },
    summary: { zh: '我的徽章（内含凭证的 PNG）', en: 'My badge: a PNG with the credential baked in' },
  })
  async badge(
    @Who() who: Principal,
    @Param() { number }: ByNumber,
    @Query() { disclosure }: Chosen,
    @Res() reply: FastifyReply,
  ) {
    const body = await this.credentials.badge(who, number, disclosure);
    return sent(reply, 'image/png', body, fileName(number, disclosure, 'png'));
  }
}

/** Files of different forms lie beside each other in a download folder. */
function fileName(number: string, disclosure: string, extension: string): string {
  return disclosure === 'whole-score' ? `${number}.${extension}` : `${number}-${disclosure}.${extension}`;
}

function sent(reply: FastifyReply, type: string, body: string | Buffer, name: string): FastifyReply {
  const headers = { 'content-disposition': `attachment; filename="${name}"` };
  return sendTagged(reply, { type, caching: PRIVATE, body, headers });
}
