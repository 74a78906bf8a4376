import { Body, Controller, Req, Res } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { Endpoint, Who } from '@hz/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { LoginAuthenticator } from '../application/login-authenticator';
import { LoginCookies } from '../application/login-cookies';
import { OwnAccount, signedIn } from '../application/own-account';
import { OwnDocument } from '../application/own-document';
import { OwnSecondFactor } from '../application/own-second-factor';
import {
  beginTotpSchema,
  changeMeSchema,
  changePasswordSchema,
  confirmTotpSchema,
  identityDocumentSchema,
  maskedDocumentSchema,
  meSchema,
  recoveryCodesSchema,
  totpSetUpSchema,
  type ChangeMe,
  type IdentityDocument,
} from '../contract';

@Controller()
export class MeController {
  constructor(
    private readonly own: OwnAccount,
    private readonly document: OwnDocument,
    private readonly secondFactor: OwnSecondFactor,
    private readonly authenticator: LoginAuthenticator,
    private readonly cookies: LoginCookies,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/me',
    allow: 'signed-in',
    object: 'own',
    returns: meSchema,
    summary: { zh: '当前登录的人', en: 'Who is signed in' },
  })
  async view(@Who() who: Principal, @Req() request: FastifyRequest) {
    const found = await this.authenticator.authenticate({ cookie: request.headers.cookie, authorization: undefined });
    return this.own.view(signedIn(who), found?.csrfToken ?? '');
  }

  @Endpoint({
    method: 'PATCH',
    path: '/api/v1/me',
    allow: 'signed-in',
    object: 'own',
    body: changeMeSchema,
    summary: { zh: '修改姓名或语言', en: 'Change names or language' },
  })
  change(@Who() who: Principal, @Body() body: ChangeMe): Promise<void> {
    return this.own.change(signedIn(who), body);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/me/password',
    allow: 'signed-in',
    object: 'own',
    body: changePasswordSchema,
    limit: { by: 'caller', max: 20, windowSeconds: 600 },
    summary: { zh: '修改密码', en: 'Change the password' },
  })
  changePassword(
    @Who() who: Principal,
    @Body() { current, next }: z.infer<typeof changePasswordSchema>,
  ): Promise<void> {
    return this.own.changePassword(signedIn(who), current, next);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/me/logins/end-all',
    allow: 'signed-in',
    object: 'own',
    summary: { zh: '在所有设备上退出', en: 'Sign out everywhere' },
  })
  async endAll(@Who() who: Principal, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.own.signOutEverywhere(signedIn(who));
    void reply.header('set-cookie', this.cookies.noLogin());
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/me/totp',
    allow: 'signed-in',
    object: 'own',
    body: beginTotpSchema,
    returns: totpSetUpSchema,
    limit: { by: 'caller', max: 20, windowSeconds: 600 },
    summary: { zh: '开始设置动态验证码', en: 'Begin the set-up of an authenticator' },
  })
  setUpTotp(@Who() who: Principal, @Body() { code }: z.infer<typeof beginTotpSchema>) {
    return this.secondFactor.setUp(signedIn(who), code);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/me/totp/confirmation',
    allow: 'signed-in',
    object: 'own',
    body: confirmTotpSchema,
    returns: recoveryCodesSchema,
    limit: { by: 'caller', max: 20, windowSeconds: 600 },
    summary: { zh: '确认动态验证码', en: 'Confirm the authenticator' },
  })
  async confirmTotp(@Who() who: Principal, @Body() { code }: z.infer<typeof confirmTotpSchema>) {
    return { codes: await this.secondFactor.confirm(signedIn(who), code) };
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/v1/me/identity-document',
    allow: 'signed-in',
    object: 'own',
    body: identityDocumentSchema,
    returns: maskedDocumentSchema,
    limit: { by: 'caller', max: 20, windowSeconds: 3_600 },
    summary: { zh: '登记身份证件', en: 'Record the identity document' },
  })
  putDocument(@Who() who: Principal, @Body() body: IdentityDocument) {
    return this.document.put(signedIn(who), body);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/me/identity-document/reveal',
    allow: 'signed-in',
    object: 'own',
    returns: identityDocumentSchema,
    limit: { by: 'caller', max: 20, windowSeconds: 3_600 },
    summary: { zh: '显示本人证件号码（记入审计）', en: "Show one's own document number (audited)" },
  })
  reveal(@Who() who: Principal) {
    return this.document.reveal(signedIn(who));
  }
}
