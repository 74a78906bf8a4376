import { Body, Controller, Param, Query } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { Endpoint, pageOf, pageQuery, Who } from '@hz/platform';
import { z } from 'zod';
import { DecideEducation } from '../application/renewal/decide-education.command';
import { EducationCases } from '../application/renewal/education-cases.query';
import { HandInEducation } from '../application/renewal/hand-in-education.command';
import { MyRenewal } from '../application/renewal/my-renewal.query';
import { RenewRegistration } from '../application/renewal/renew-registration.command';
import { SchemePolicies } from '../application/renewal/scheme-policies';
import {
  educationCaseSchema,
  educationDecisionSchema,
  educationFilterSchema,
  educationInputSchema,
  renewalViewSchema,
  renewedSchema,
  schemePoliciesSchema,
  schemePolicySchema,
  type EducationDecision,
  type EducationInput,
  type SchemePolicy,
} from '../contract';

const byNumber = z.object({ number: z.string().regex(/^[0-9A-Z-]{1,60}$/) });
const byId = z.object({ id: z.uuid() });
const casesQuery = pageQuery.extend(educationFilterSchema.shape);

/** The renewal of a registration, for its holder. */
@Controller()
export class MyRenewalController {
  constructor(
    private readonly mine: MyRenewal,
    private readonly handIn: HandInEducation,
    private readonly renew: RenewRegistration,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/me/certificates/:number/renewal',
    allow: 'signed-in',
    object: 'own',
    params: byNumber,
    returns: renewalViewSchema,
    summary: { zh: '我的证书的注册续期', en: 'The renewal of the registration of my certificate' },
  })
  state(@Who() who: Principal, @Param() { number }: z.infer<typeof byNumber>) {
    return this.mine.run(who, number);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/me/certificates/:number/education',
    allow: 'signed-in',
    object: 'own',
    params: byNumber,
    body: educationInputSchema,
    summary: { zh: '提交继续教育记录', en: 'Hand in continuing education' },
  })
  education(@Who() who: Principal, @Param() { number }: z.infer<typeof byNumber>, @Body() body: EducationInput) {
    return this.handIn.run(who, number, body);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/me/certificates/:number/renewal',
    allow: 'signed-in',
    object: 'own',
    params: byNumber,
    returns: renewedSchema,
    summary: { zh: '续期注册', en: 'Renew the registration' },
  })
  renewal(@Who() who: Principal, @Param() { number }: z.infer<typeof byNumber>) {
    return this.renew.run(who, number);
  }
}

/** Continuing education and what schemes ask for, for the staff. */
@Controller()
export class RenewalDeskController {
  constructor(
    private readonly cases: EducationCases,
    private readonly decide: DecideEducation,
    private readonly policies: SchemePolicies,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/admin/education-records',
    allow: ['exam-manager', 'administrator'],
    object: 'any',
    query: casesQuery,
    returns: pageOf(educationCaseSchema, 'EducationCasePage'),
    summary: { zh: '继续教育记录', en: 'Continuing education that was handed in' },
  })
  all(@Query() query: z.infer<typeof casesQuery>) {
    return this.cases.run(query);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/admin/education-records/:id/decision',
    allow: ['exam-manager', 'administrator'],
    object: 'any',
    params: byId,
    body: educationDecisionSchema,
    summary: { zh: '审核继续教育记录', en: 'Approve or refuse continuing education' },
  })
  decision(@Who() who: Principal, @Param() { id }: z.infer<typeof byId>, @Body() body: EducationDecision) {
    return this.decide.run(who, id, body);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/admin/scheme-policies',
    allow: ['exam-manager', 'administrator', 'auditor'],
    object: 'any',
    returns: schemePoliciesSchema,
    summary: { zh: '各认证的续期与学分规则', en: 'What schemes ask for a renewal, and their credits' },
  })
  async rules() {
    return { rows: await this.policies.list() };
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/v1/admin/scheme-policies/:id',
    allow: ['exam-manager', 'administrator'],
    object: 'any',
    params: byId,
    body: schemePolicySchema,
    summary: { zh: '修改续期与学分规则', en: 'Change the renewal and credit rules of a scheme' },
  })
  change(@Who() who: Principal, @Param() { id }: z.infer<typeof byId>, @Body() body: SchemePolicy) {
    return this.policies.put(who, id, body);
  }
}
