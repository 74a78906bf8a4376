import type { ResultOutcome } from '@hz/grading/contract';
import type { IconName } from '../shared/icons';
import { useTexts } from '../shared/texts';
import { Badge, type Tone } from '../shared/ui';
import { candidateTexts } from './texts';

export const OUTCOMES = {
  passed: { tone: 'calm', icon: 'check-circle', title: 'resultPassedTitle', next: 'nextPassed' },
  failed: { tone: 'amber', icon: 'cross-circle', title: 'resultFailedTitle', next: 'nextFailed' },
  incomplete: { tone: 'plain', icon: 'clock', title: 'resultIncompleteTitle', next: 'nextIncomplete' },
} as const satisfies Record<ResultOutcome, { tone: Tone; icon: IconName; title: string; next: string }>;

export function OutcomeBadge({ outcome }: { outcome: ResultOutcome }) {
  const t = useTexts(candidateTexts);
  const { tone, icon } = OUTCOMES[outcome];
  return (
    <Badge tone={tone} icon={icon}>
      {t(outcome)}
    </Badge>
  );
}
