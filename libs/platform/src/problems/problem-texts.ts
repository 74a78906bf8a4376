/** The title of each refusal in both languages, by code. */
export type ProblemTexts = Readonly<Record<string, { zh: string; en: string }>>;
