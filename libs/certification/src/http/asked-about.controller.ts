import { Controller, Param } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { Endpoint, Who } from '@hz/platform';
import { askedAboutSchema } from '@hz/verification/contract';
import { z } from 'zod';
import { AskedAboutMine } from '../application/asked-about-mine.query';

const byNumber = z.object({ number: z.string().regex(/^[0-9A-Z-]{1,60}$/) });

@Controller()
export class AskedAboutController {
  constructor(private readonly asked: AskedAboutMine) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/me/certificates/:number/queries',
    allow: 'signed-in',
    object: 'own',
    params: byNumber,
    returns: askedAboutSchema,
    summary: { zh: '最近三十天谁查验过我的证书', en: 'Who asked about my certificate within thirty days' },
  })
  about(@Who() who: Principal, @Param() { number }: z.infer<typeof byNumber>) {
    return this.asked.run(who, number);
  }
}
