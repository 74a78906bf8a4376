import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { Endpoint, Who } from '@hz/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CompletePasswordReset } from '../application/complete-password-reset.command';
import { LoginCookies } from '../application/login-cookies';
import { OwnAccount, signedIn } from '../application/own-account';
import { Strategies } from '../application/passport';
import { RequestPasswordReset } from '../application/request-password-reset.command';
import { SignUp } from '../application/sign-up.command';
import {
  completeResetSchema,
  requestResetSchema,
  signInSchema,
  signUpSchema,
  type SignInInput,
  type SignUpInput,
} from '../contract';

const csrf = z.object({ csrfToken: z.string() }).meta({ id: 'Login' });
const tokenParams = z.object({ token: z.string().regex(/^[\w-]{20,100}$/) });

@Controller()
export class LoginController {
  constructor(
    private readonly signUp: SignUp,
    private readonly strategies: Strategies,
    private readonly cookies: LoginCookies,
    private readonly own: OwnAccount,
    private readonly resetRequest: RequestPasswordReset,
    private readonly reset: CompletePasswordReset,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '/api/v1/accounts',
    allow: 'public',
    object: 'none',
    body: signUpSchema,
    status: 202,
    withoutCsrf: true,
    limit: { by: 'address', max: 60, windowSeconds: 600 },
    summary: {
      zh: '注册考生账号（是否已有该邮箱，答复都相同）',
      en: 'Sign up as a candidate; the reply is the same for a known address',
    },
  })
  async create(@Body() body: SignUpInput): Promise<void> {
    await this.signUp.run(body);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/login',
    allow: 'public',
    object: 'none',
    body: signInSchema,
    returns: csrf,
    withoutCsrf: true,
    limit: { by: 'address', max: 300, windowSeconds: 60 },
    summary: { zh: '登录', en: 'Sign in' },
  })
  async begin(
    @Body() body: SignInInput,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { cookie } = request.headers;
    const { token, csrfToken, deviceMark } = await this.strategies.local(body, {
      address: request.ip,
      loginToken: this.cookies.loginToken(cookie),
      deviceMark: this.cookies.deviceMark(cookie),
    });
    void reply.header('set-cookie', [this.cookies.login(token), this.cookies.device(deviceMark)]);
    return { csrfToken };
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/v1/login',
    allow: 'signed-in',
    object: 'own',
    summary: { zh: '退出登录', en: 'Sign out' },
  })
  async end(@Who() who: Principal, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.own.signOut(signedIn(who));
    void reply.header('set-cookie', this.cookies.noLogin());
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/password-resets',
    allow: 'public',
    object: 'none',
    body: requestResetSchema,
    status: 202,
    withoutCsrf: true,
    limit: { by: 'address', max: 20, windowSeconds: 600 },
    summary: { zh: '申请重设密码', en: 'Ask for a link to set a new password' },
  })
  async requestReset(@Body() { email }: z.infer<typeof requestResetSchema>): Promise<void> {
    await this.resetRequest.run(email);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/password-resets/:token',
    allow: 'public',
    object: 'none',
    params: tokenParams,
    body: completeResetSchema,
    withoutCsrf: true,
    limit: { by: 'address', max: 20, windowSeconds: 600 },
    summary: { zh: '用链接设置新密码', en: 'Set a new password by the link' },
  })
  async completeReset(
    @Param('token') token: string,
    @Body() { password }: z.infer<typeof completeResetSchema>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const deviceMark = await this.reset.run(token, password);
    void reply.header('set-cookie', this.cookies.device(deviceMark));
  }
}
