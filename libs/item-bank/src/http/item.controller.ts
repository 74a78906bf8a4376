import { Controller, Param, Query } from '@nestjs/common';
import { Endpoint, pageOf, pageQuery } from '@hz/platform';
import { z } from 'zod';
import { Items } from '../application/items.query';
import { bankViewSchema, itemFilterSchema, itemSummarySchema } from '../contract';
import { itemDetailSchema } from './item-detail';

const READERS = ['author', 'reviewer', 'administrator'] as const;
const listQuery = pageQuery.extend(itemFilterSchema.shape);
const bankList = z.object({ rows: z.array(bankViewSchema) }).meta({ id: 'BankList' });

@Controller()
export class ItemController {
  constructor(private readonly items: Items) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/items',
    allow: READERS,
    object: 'any',
    query: listQuery,
    returns: pageOf(itemSummarySchema, 'ItemPage'),
    summary: { zh: '试题列表', en: 'List items' },
  })
  list(@Query() query: z.infer<typeof listQuery>) {
    return this.items.list(query, query);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/items/:id',
    allow: READERS,
    object: 'any',
    returns: itemDetailSchema,
    summary: { zh: '试题及其答案', en: 'An item with its key' },
  })
  one(@Param('id') id: string) {
    return this.items.withKey(id);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/banks',
    allow: READERS,
    object: 'any',
    returns: bankList,
    summary: { zh: '题库列表', en: 'List item banks' },
  })
  async banks() {
    return { rows: await this.items.banks() };
  }
}
