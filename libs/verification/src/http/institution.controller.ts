import { Readable } from 'node:stream';
import { Body, Controller, Headers, Param, Query, Res } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { Endpoint, pageOf, pageQuery, Who } from '@hz/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AskedQueries } from '../application/asked-queries.query';
import { Batches } from '../application/batches';
import { askedQuerySchema, BATCH_MAX_BYTES, BATCH_TYPE, batchSchema } from '../contract';

const BATCH = { apiKey: 'certificates:batch', orRoles: ['institution-clerk'] } as const;
const QUERIES = { apiKey: 'queries:read', orRoles: ['institution-clerk'] } as const;
const batchKey = z.object({ id: z.uuid() });
const resultsQuery = z.object({ after: z.coerce.number().int().min(0).default(0) });
const uploadHeaders = z.object({ 'idempotency-key': z.string().min(1).max(100).optional() });
const queryFilter = z.object({
  number: z.string().trim().min(1).max(60).optional(),
  from: z.coerce.number().int().optional(),
  until: z.coerce.number().int().optional(),
});
const queriesQuery = pageQuery.extend(queryFilter.shape);

/** What institutions do beyond a single check: batches, and looking at what they asked. */
@Controller()
export class InstitutionController {
  constructor(
    private readonly batches: Batches,
    private readonly queries: AskedQueries,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '/api/v1/certificate-batches',
    allow: BATCH,
    object: 'own-institution',
    headers: uploadHeaders,
    consumes: { type: BATCH_TYPE, maxBytes: BATCH_MAX_BYTES },
    returns: batchSchema,
    status: 202,
    limit: { by: 'caller', max: 60, windowSeconds: 3_600 },
    summary: {
      zh: '批量查验：每行一个 JSON 提问（NDJSON），最多 10000 行',
      en: 'Verify many certificates: one question in JSON per line (NDJSON), up to 10,000 lines',
    },
  })
  upload(@Who() who: Principal, @Body() lines: string, @Headers('idempotency-key') key: string | undefined) {
    return this.batches.upload(who, lines, key);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/certificate-batches',
    allow: BATCH,
    object: 'own-institution',
    query: pageQuery,
    returns: pageOf(batchSchema, 'CertificateBatchPage'),
    summary: { zh: '查看批次', en: 'List the batches' },
  })
  page(@Who() who: Principal, @Query() query: z.infer<typeof pageQuery>) {
    return this.batches.page(who, query);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/certificate-batches/:id',
    allow: BATCH,
    object: 'own-institution',
    params: batchKey,
    returns: batchSchema,
    summary: { zh: '查看批次进度', en: 'The progress of a batch' },
  })
  one(@Who() who: Principal, @Param('id') id: string) {
    return this.batches.one(who, id);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/certificate-batches/:id/results',
    allow: BATCH,
    object: 'own-institution',
    params: batchKey,
    query: resultsQuery,
    produces: BATCH_TYPE,
    summary: {
      zh: '取回结果：每行一个 JSON；用 after 从某一行之后继续',
      en: 'The results, one JSON per line; `after` goes on behind a line',
    },
  })
  async results(
    @Who() who: Principal,
    @Param('id') id: string,
    @Query() { after }: z.infer<typeof resultsQuery>,
    @Res() reply: FastifyReply,
  ) {
    return streamed(reply, BATCH_TYPE, await this.batches.results(who, id, after));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/certificate-batches/:id/cancellation',
    allow: BATCH,
    object: 'own-institution',
    params: batchKey,
    returns: batchSchema,
    summary: { zh: '取消批次；已有的结果保留', en: 'Call a batch off; what is answered stays' },
  })
  cancel(@Who() who: Principal, @Param('id') id: string) {
    return this.batches.cancel(who, id);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/verification-queries',
    allow: QUERIES,
    object: 'own-institution',
    query: queriesQuery,
    returns: pageOf(askedQuerySchema, 'AskedQueryPage'),
    summary: { zh: '本机构最近三十天的查验记录', en: 'What the institution asked within thirty days' },
  })
  asked(@Who() who: Principal, @Query() query: z.infer<typeof queriesQuery>) {
    return this.queries.page(who, query);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/verification-queries/export',
    allow: QUERIES,
    object: 'own-institution',
    query: queryFilter,
    produces: 'text/csv',
    summary: { zh: '导出查验记录（CSV）', en: 'The same as CSV' },
  })
  exported(@Who() who: Principal, @Query() filter: z.infer<typeof queryFilter>, @Res() reply: FastifyReply) {
    void reply.header('content-disposition', 'attachment; filename="verification-queries.csv"');
    return streamed(reply, 'text/csv; charset=utf-8', this.queries.csv(who, filter));
  }
}

function streamed(reply: FastifyReply, type: string, lines: AsyncIterable<string>) {
  return reply.type(type).header('cache-control', 'private, no-store').send(Readable.from(lines));
}
