import type { ResponseValue } from '@hz/kernel';
import type { Installation } from './installation';

interface Key {
  ref: string;
  rule: { type: string; [part: string]: unknown };
}

/** What would gain all points, read from the key sheet as only the owner of the database can. */
export async function rightAnswers(installation: Installation, attemptId: string): Promise<Map<string, ResponseValue>> {
  const [row] = await installation.query<{ body: { items: Key[] } }>(
    'SELECT k.body FROM assembly.key_sheet k JOIN delivery.attempt a ON a.form_id = k.form_id WHERE a.id = $1',
    [attemptId],
  );
  return new Map(row!.body.items.map(({ ref, rule }) => [ref, rightAnswer(rule)]));
}

function rightAnswer(rule: Key['rule']): ResponseValue {
  switch (rule.type) {
    case 'single-choice':
      return rule['key'] as string;
    case 'multiple-response':
      return rule['keys'] as string[];
    case 'true-false':
      return String(rule['key']);
    case 'text-entry':
      return (rule['accept'] as string[])[0]!;
    case 'numeric-entry':
      return rule['answer'] as string;
    case 'match':
      return rule['pairs'] as Record<string, string>;
    case 'order':
      return rule['sequence'] as string[];
    case 'inline-choice':
      return rule['gaps'] as Record<string, string>;
    default:
      return '先界定问题，再收集证据，逐项检验假设，说明取舍，最后验证结果并复盘。';
  }
}
