import { Body, Controller, Param } from '@nestjs/common';
import type { AttemptId, Principal, SessionId } from '@hz/kernel';
import { Endpoint, Who } from '@hz/platform';
import { z } from 'zod';
import { DecideAnswer } from '../application/decide-answer.command';
import { LateAnswerList } from '../application/late-answers.query';
import { ReceiptAdditions } from '../application/receipt-additions';
import {
  answerDecisionSchema,
  lateAnswerIdSchema,
  lateAnswersSchema,
  receiptAdditionsSchema,
  type AnswerDecisionInput,
} from '../contract';

const params = z.object({ id: z.uuid() });

@Controller()
export class LateAnswerController {
  constructor(
    private readonly late: LateAnswerList,
    private readonly deciding: DecideAnswer,
    private readonly additions: ReceiptAdditions,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/sessions/:id/late-answers',
    allow: ['exam-manager', 'invigilator'],
    object: 'any',
    params,
    returns: lateAnswersSchema,
    summary: { zh: '迟到与未接受的作答', en: 'Answers that came late or were refused' },
  })
  list(@Who() who: Principal, @Param('id') id: SessionId) {
    return this.late.of(who, id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/late-answers/:id/decision',
    allow: ['exam-manager'],
    object: 'any',
    params: z.object({ id: lateAnswerIdSchema }),
    body: answerDecisionSchema,
    summary: { zh: '决定一份作答是否计入', en: 'Decide whether an answer counts' },
  })
  decide(@Who() who: Principal, @Param('id') id: string, @Body() body: AnswerDecisionInput): Promise<void> {
    return this.deciding.run(who, id, body);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/attempts/:id/additions',
    allow: ['candidate'],
    object: 'own',
    params,
    returns: receiptAdditionsSchema,
    summary: { zh: '交卷后补计与未计入的作答', en: 'What became of answers after the hand-in' },
  })
  accepted(@Who() who: Principal, @Param('id') id: AttemptId) {
    return this.additions.of(who, id);
  }
}
