import { localizedSchema } from '@hz/kernel';
import { z } from 'zod';
import { INVALID_REASONS, UNKNOWN_REASONS, VERDICTS, verificationAnswerSchema } from './answer';

const number = z.string().trim().min(1).max(60);
const name = z.string().trim().min(1).max(200).optional();
const code = z.string().trim().min(1).max(100).optional();

/** By number, with name or code where they are known. */
export const checkByNumberSchema = z.strictObject({ number, name, code }).meta({ id: 'CheckByNumber' });
/** By a credential of ours as the holder handed it over. */
export const checkByCredentialSchema = z
  .strictObject({ credential: z.record(z.string(), z.unknown()) })
  .meta({ id: 'CheckByCredential' });
/** By the same credential in its compact form (VC-JWT). */
export const checkByTokenSchema = z.strictObject({ jwt: z.string().min(1).max(100_000) }).meta({ id: 'CheckByToken' });
export const institutionCheckSchema = z
  .union([checkByNumberSchema, checkByCredentialSchema, checkByTokenSchema])
  .meta({ id: 'InstitutionCheck' });
export type CheckByNumber = z.infer<typeof checkByNumberSchema>;
export type InstitutionCheck = z.infer<typeof institutionCheckSchema>;

/** How somebody asked. */
export const ASKED_WAYS = ['number', 'credential', 'token', 'batch'] as const;
export type AskedWay = (typeof ASKED_WAYS)[number];

export const askedQuerySchema = z
  .object({
    id: z.uuid(),
    at: z.int(),
    number: z.string(),
    way: z.enum(ASKED_WAYS),
    /** `api-key:<id>` or `account:<id>`. */
    askedBy: z.string(),
    verdict: z.enum(VERDICTS),
    reason: z.enum([...INVALID_REASONS, ...UNKNOWN_REASONS]).nullable(),
    sandbox: z.boolean(),
  })
  .meta({ id: 'AskedQuery' });
export type AskedQueryView = z.infer<typeof askedQuerySchema>;

/** How many questions there were about one certificate within thirty days. */
export const askedAboutSchema = z
  .object({
    public: z.int(),
    institutions: z.array(
      z.object({
        institutionId: z.uuid(),
        name: localizedSchema,
        times: z.int(),
        lastAt: z.int(),
      }),
    ),
  })
  .meta({ id: 'AskedAbout' });

export const BATCH_TYPE = 'application/x-ndjson';
export const BATCH_MAX_BYTES = 4 * 1_048_576;
export const BATCH_MAX_LINES = 10_000;
export const BATCH_STATUSES = ['waiting', 'running', 'done', 'cancelled'] as const;
export type BatchStatus = (typeof BATCH_STATUSES)[number];

export const batchSchema = z
  .object({
    id: z.uuid(),
    status: z.enum(BATCH_STATUSES),
    lines: z.int(),
    /** So many lines have their answer; the results hold exactly these. */
    answered: z.int(),
    createdAt: z.int(),
    finishedAt: z.int().nullable(),
    /** When batch and results are deleted. */
    deletedAt: z.int(),
    sandbox: z.boolean(),
  })
  .meta({ id: 'CertificateBatch' });
export type BatchView = z.infer<typeof batchSchema>;

/** One line of the results: `line` counts from 1, as in the upload; `problem` where the line could not be read. */
export const batchResultSchema = z
  .object({
    line: z.int(),
    number: z.string().nullable(),
    answer: verificationAnswerSchema.nullable(),
    problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
  })
  .meta({ id: 'CertificateBatchResult' });
export type BatchResult = z.infer<typeof batchResultSchema>;
