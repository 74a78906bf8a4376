import type { z } from 'zod';
import { InvalidInput } from '../problems/platform-errors';

/** `value` as the schema has it; throws InvalidInput with a JSON pointer for each place that is wrong. */
export function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown, at: string): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new InvalidInput(
    { count: result.error.issues.length },
    result.error.issues.slice(0, 50).map((issue) => ({
      pointer: [at, ...issue.path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/'),
      code: issue.code,
      detail: issue.message,
    })),
  );
}
