/** What a check may use beside the trust. Nothing is fetched but by the functions that are given. */
export interface Options {
  /** The moment of the check, in ms. */
  readonly now: number;
  /** Texts of status list credentials. */
  readonly statusLists?: readonly string[];
  /** Gets the text of a status list; null, or a refusal, where it cannot. */
  readonly fetchList?: (url: string) => Promise<string | null>;
  /** Proofs (C2SP tlog-proof) that came beside the file: of its issue, or of a statement about its number. */
  readonly logProofs?: readonly string[];
  /** Whether nothing counts as valid without a proof that its issue was logged. A PDF carries one, and always needs it. */
  readonly requireLog?: boolean;
}
