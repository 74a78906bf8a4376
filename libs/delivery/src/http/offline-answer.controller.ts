import { Body, Controller, Param } from '@nestjs/common';
import type { AttemptId, Principal } from '@hz/kernel';
import { Endpoint, Who } from '@hz/platform';
import { z } from 'zod';
import { ClaimAnswers } from '../application/claim-answers.command';
import { claimOutcomesSchema, journalPartSchema, type JournalPart } from '../contract';

const params = z.object({ id: z.uuid() });

@Controller()
export class OfflineAnswerController {
  constructor(private readonly claiming: ClaimAnswers) {}

  @Endpoint({
    method: 'POST',
    path: '/api/v1/attempts/:id/offline-answers',
    allow: ['candidate'],
    object: 'own',
    params,
    body: journalPartSchema,
    returns: claimOutcomesSchema,
    limit: { by: 'caller', max: 60, windowSeconds: 60 },
    summary: { zh: '补交离线作答', en: 'Bring answers that were given without contact' },
  })
  claim(@Who() who: Principal, @Param('id') id: AttemptId, @Body() body: JournalPart) {
    return this.claiming.run(who, id, body);
  }
}
