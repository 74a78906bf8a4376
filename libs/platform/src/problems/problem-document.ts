import type { DomainError, Language, ProblemKind } from '@hz/kernel';
import type { ProblemCatalogue } from './problem-catalogue';

export const STATUS_OF: Readonly<Record<ProblemKind, number>> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  invalid: 422,
  'rate-limited': 429,
  unavailable: 503,
};

/** A problem document of RFC 9457; `code`, `params`, `titles` and `errors` are our extension members. */
export interface ProblemDocument {
  type: string;
  title: string;
  titles: { zh: string; en: string };
  status: number;
  instance: string;
  code: string;
  params: DomainError['params'];
  errors: { pointer: string; code: string; detail?: string | undefined }[];
}

const TYPE_BASE = 'https://hengzheng.example/problems/';

export function problemDocument(
  error: DomainError,
  catalogue: ProblemCatalogue,
  language: Language,
  requestId: string,
): ProblemDocument {
  return document(error.code, STATUS_OF[error.kind], catalogue, language, requestId, error.params, [...error.fields]);
}

/** What an unexpected error may tell: nothing but the number under which it was recorded. */
export function internalProblem(catalogue: ProblemCatalogue, language: Language, requestId: string): ProblemDocument {
  return document('platform.internal', 500, catalogue, language, requestId, {}, []);
}

function document(
  code: string,
  status: number,
  catalogue: ProblemCatalogue,
  language: Language,
  requestId: string,
  params: DomainError['params'],
  errors: ProblemDocument['errors'],
): ProblemDocument {
  const titles = { zh: catalogue.title(code, 'zh'), en: catalogue.title(code, 'en') };
  return { type: TYPE_BASE + code, title: titles[language], titles, status, instance: requestId, code, params, errors };
}
