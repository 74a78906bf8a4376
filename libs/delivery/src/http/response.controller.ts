import { Body, Controller, Param } from '@nestjs/common';
import type { AttemptId, Principal } from '@hz/kernel';
import { Endpoint, Who, type HotCall } from '@hz/platform';
import { z } from 'zod';
import { EnterSection } from '../application/enter-section.command';
import { Evidence } from '../application/evidence';
import { OwnAttempts } from '../application/own-attempts';
import { Receipts } from '../application/receipts';
import { SaveResponses } from '../application/save-responses.command';
import { SubmitAttempt } from '../application/submit-attempt.command';
import {
  enteredSchema,
  enterSectionSchema,
  flagsSchema,
  integrityEventsSchema,
  isSoundSave,
  receiptSchema,
  resumeSchema,
  savedSchema,
  saveSchema,
  submitSchema,
  type EnterSectionInput,
  type IntegrityEvents,
  type SaveInput,
} from '../contract';

const params = z.object({ id: z.uuid() });
const CANDIDATE = ['candidate'] as const;

@Controller()
export class ResponseController {
  constructor(
    private readonly saving: SaveResponses,
    private readonly submitting: SubmitAttempt,
    private readonly entering: EnterSection,
    private readonly receipts: Receipts,
    private readonly own: OwnAttempts,
    private readonly keeping: Evidence,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '/api/v1/attempts/:id/responses',
    allow: CANDIDATE,
    object: 'own',
    params,
    body: saveSchema,
    isSound: isSoundSave,
    returns: savedSchema,
    hot: true,
    summary: { zh: '保存答案', en: 'Save responses' },
  })
  save({ who, params: { id }, body }: HotCall<SaveInput, { id: AttemptId }>) {
    return this.saving.run(who, id, body);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/attempts/:id/responses',
    allow: CANDIDATE,
    object: 'own',
    params,
    returns: resumeSchema,
    summary: { zh: '已保存的答案', en: 'The saved responses' },
  })
  saved(@Who() who: Principal, @Param('id') id: AttemptId) {
    return this.own.resume(who, id);
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/v1/attempts/:id/flags',
    allow: CANDIDATE,
    object: 'own',
    params,
    body: flagsSchema,
    summary: { zh: '标记试题', en: 'Flag items' },
  })
  flag(
    @Who() who: Principal,
    @Param('id') id: AttemptId,
    @Body() { flags }: z.infer<typeof flagsSchema>,
  ): Promise<void> {
    return this.own.setFlags(who, id, flags);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/attempts/:id/sections',
    allow: CANDIDATE,
    object: 'own',
    params,
    body: enterSectionSchema,
    returns: enteredSchema,
    summary: { zh: '进入下一部分', en: 'Enter the next section' },
  })
  enterSection(@Who() who: Principal, @Param('id') id: AttemptId, @Body() body: EnterSectionInput) {
    return this.entering.run(who, id, body);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/attempts/:id/integrity-events',
    allow: CANDIDATE,
    object: 'own',
    params,
    body: integrityEventsSchema,
    limit: { by: 'caller', max: 120, windowSeconds: 60 },
    summary: { zh: '记录考试过程事件（仅作证据）', en: 'Record what happened in the room, as evidence' },
  })
  evidence(@Who() who: Principal, @Param('id') id: AttemptId, @Body() body: IntegrityEvents): Promise<void> {
    return this.keeping.add(who, id, body);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/attempts/:id/submission',
    allow: CANDIDATE,
    object: 'own',
    params,
    body: submitSchema,
    returns: receiptSchema,
    summary: { zh: '交卷', en: 'Hand in' },
  })
  submit(@Who() who: Principal, @Param('id') id: AttemptId, @Body() { leaseId }: z.infer<typeof submitSchema>) {
    return this.submitting.run(who, id, leaseId);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/attempts/:id/receipt',
    allow: CANDIDATE,
    object: 'own',
    params,
    returns: receiptSchema,
    summary: { zh: '交卷回执', en: 'The receipt' },
  })
  receipt(@Who() who: Principal, @Param('id') id: AttemptId) {
    return this.receipts.ownReceipt(who, id);
  }
}
