/** How a refusal is answered over HTTP; see `platform/problems`. */
export type ProblemKind =
  | 'malformed' // 400
  | 'unauthenticated' // 401
  | 'forbidden' // 403
  | 'not-found' // 404, also for what is not yours
  | 'conflict' // 409
  | 'gone' // 410
  | 'too-large' // 413
  | 'invalid' // 422
  | 'rate-limited' // 429
  | 'unavailable'; // 503

export type ProblemParams = Readonly<Record<string, string | number | boolean | null>>;

/** One place in the input that is wrong: a JSON pointer and the code of the rule that it breaks. */
export interface FieldProblem {
  pointer: string;
  code: string;
  detail?: string | undefined;
}

/** Base of every refusal. `code` is `<context>.<what-is-wrong>` and has a text in each language. */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  abstract readonly kind: ProblemKind;

  constructor(
    readonly params: ProblemParams = {},
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super();
    this.name = new.target.name;
  }

  override get message(): string {
    return `${this.code} ${JSON.stringify(this.params)}`;
  }
}

/** Makes the class of one refusal: `class AttemptClosed extends problem('delivery.attempt-closed', 'conflict') {}`. */
export function problem<Code extends string>(code: Code, kind: ProblemKind) {
  return class extends DomainError {
    static readonly code: Code = code;
    static readonly kind: ProblemKind = kind;
    readonly code: Code = code;
    readonly kind: ProblemKind = kind;
  };
}
