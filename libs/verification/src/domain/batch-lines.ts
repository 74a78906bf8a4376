import { checkByNumberSchema, type CheckByNumber } from '../contract';

export interface BatchLine {
  /** Counts from 1, as in the upload. */
  readonly line: number;
  readonly question: string;
}

/** The lines of an upload that hold something. */
export function batchLines(text: string): BatchLine[] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((question, index) => ({ line: index + 1, question: question.trim() }))
    .filter(({ question }) => question !== '');
}

export type ReadLine = { readonly question: CheckByNumber } | { readonly problem: { code: string; detail: string } };

/** What a line asks: a JSON object with a number, and a name or a code where they are known. */
export function readLine(text: string): ReadLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: { code: 'not-json', detail: '这一行不是 JSON / This line is not JSON' } };
  }
  const parsed = checkByNumberSchema.safeParse(value);
  if (parsed.success) return { question: parsed.data };
  const [issue] = parsed.error.issues;
  return {
    problem: {
      code: 'not-a-question',
      detail: `这一行不是有效的提问 / This line is not a question: ${issue!.path.join('.')} ${issue!.message}`.trim(),
    },
  };
}
