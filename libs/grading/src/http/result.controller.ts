import { Controller, Param } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { Endpoint, Who } from '@hz/platform';
import { z } from 'zod';
import { MyResults } from '../application/my-results.query';
import { myResultsSchema, resultViewSchema } from '../contract';

const resultKey = z.object({ id: z.uuid() });

@Controller()
export class ResultController {
  constructor(private readonly results: MyResults) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/me/results',
    allow: 'signed-in',
    object: 'own',
    returns: myResultsSchema,
    summary: { zh: '我的成绩', en: 'My results' },
  })
  async mine(@Who() who: Principal) {
    return { rows: await this.results.list(who) };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/results/:id',
    allow: 'signed-in',
    object: 'own',
    params: resultKey,
    returns: resultViewSchema,
    summary: { zh: '一份成绩', en: 'One of my results' },
  })
  one(@Who() who: Principal, @Param() { id }: z.infer<typeof resultKey>) {
    return this.results.one(who, id);
  }
}
