import { Body, Controller, Param, Query } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { Endpoint, pageOf, pageQuery, Who } from '@hz/platform';
import { z } from 'zod';
import { AppealCases } from '../application/appeal/appeal-cases.query';
import { DecideAppeal } from '../application/appeal/decide-appeal.command';
import { FileAppeal, MyAppeals } from '../application/appeal/my-appeal';
import {
  appealCaseSchema,
  appealDecisionSchema,
  appealFilterSchema,
  appealInputSchema,
  myAppealSchema,
  type AppealDecision,
  type AppealInput,
} from '../contract';

const byNumber = z.object({ number: z.string().regex(/^[0-9A-Z-]{1,60}$/) });
const byId = z.object({ id: z.uuid() });
const casesQuery = pageQuery.extend(appealFilterSchema.shape);

@Controller()
export class AppealController {
  constructor(
    private readonly mine: MyAppeals,
    private readonly file: FileAppeal,
    private readonly cases: AppealCases,
    private readonly decide: DecideAppeal,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/me/certificates/:number/appeal',
    allow: 'signed-in',
    object: 'own',
    params: byNumber,
    returns: myAppealSchema,
    summary: { zh: '我对撤销的申诉', en: 'My appeal against a revocation' },
  })
  state(@Who() who: Principal, @Param() { number }: z.infer<typeof byNumber>) {
    return this.mine.run(who, number);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/me/certificates/:number/appeal',
    allow: 'signed-in',
    object: 'own',
    params: byNumber,
    body: appealInputSchema,
    summary: { zh: '对撤销提出申诉', en: 'Appeal against a revocation' },
  })
  appeal(@Who() who: Principal, @Param() { number }: z.infer<typeof byNumber>, @Body() { grounds }: AppealInput) {
    return this.file.run(who, number, grounds);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/admin/appeals',
    allow: ['exam-manager', 'administrator', 'auditor'],
    object: 'any',
    query: casesQuery,
    returns: pageOf(appealCaseSchema, 'AppealCasePage'),
    summary: { zh: '对撤销的申诉', en: 'Appeals against revocations' },
  })
  all(@Who() who: Principal, @Query() query: z.infer<typeof casesQuery>) {
    return this.cases.run(who, query);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/admin/appeals/:id/decision',
    allow: ['exam-manager', 'administrator'],
    object: 'any',
    params: byId,
    body: appealDecisionSchema,
    summary: { zh: '审理申诉', en: 'Decide an appeal' },
  })
  decision(@Who() who: Principal, @Param() { id }: z.infer<typeof byId>, @Body() body: AppealDecision) {
    return this.decide.run(who, id, body);
  }
}
