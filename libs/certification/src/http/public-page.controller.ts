import { Body, Controller, Header, Param } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { Endpoint, Who } from '@hz/platform';
import { z } from 'zod';
import { MyPublicPages, PutPublicPage } from '../application/public-page/my-public-page';
import { PublicPages } from '../application/public-page/public-page.query';
import {
  myPublicPageSchema,
  publicPageInputSchema,
  publicPageSchema,
  slugSchema,
  type PublicPageInput,
} from '../contract';

const bySlug = z.object({ slug: slugSchema });

@Controller()
export class PublicPageController {
  constructor(
    private readonly mine: MyPublicPages,
    private readonly put: PutPublicPage,
    private readonly pages: PublicPages,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/me/public-page',
    allow: 'signed-in',
    object: 'own',
    returns: myPublicPageSchema,
    summary: { zh: '我的公开页面', en: 'My public page' },
  })
  own(@Who() who: Principal) {
    return this.mine.run(who);
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/v1/me/public-page',
    allow: 'signed-in',
    object: 'own',
    body: publicPageInputSchema,
    returns: myPublicPageSchema,
    summary: { zh: '公开、修改或收回我的页面', en: 'Show, change or take back my public page' },
  })
  async change(@Who() who: Principal, @Body() body: PublicPageInput) {
    await this.put.run(who, body);
    return this.mine.run(who);
  }

  /** No cache keeps it, so that a page that was taken back is gone; search engines are told to leave it out. */
  @Endpoint({
    method: 'GET',
    path: '/api/v1/public-pages/:slug',
    allow: 'public',
    object: 'any',
    params: bySlug,
    returns: publicPageSchema,
    limit: { by: 'address', max: 60, windowSeconds: 60 },
    summary: { zh: '持证人公开页面', en: 'The public page of a holder' },
  })
  @Header('cache-control', 'no-store')
  @Header('x-robots-tag', 'noindex, nofollow')
  shown(@Param() { slug }: z.infer<typeof bySlug>) {
    return this.pages.run(slug);
  }
}
