import type { Language } from '@hz/kernel';
import { platformProblems } from './platform-errors';
import type { ProblemTexts } from './problem-texts';

/** All titles known to this process. The apps give it the texts of the contexts that they run. */
export class ProblemCatalogue {
  private readonly texts: ProblemTexts;

  constructor(...texts: ProblemTexts[]) {
    this.texts = Object.assign({}, platformProblems, ...texts) as ProblemTexts;
  }

  title(code: string, language: Language): string {
    return (this.texts[code] ?? this.texts['platform.internal']!)[language];
  }

  has(code: string): boolean {
    return code in this.texts;
  }
}
