import type { ResponseRule, Rubric } from '@hz/scoring/contract';
import { useFormat } from '../../shared/format';
import { Localized, useLocalized } from '../../shared/localized';
import { InlineMarkdown } from '../../shared/markdown';
import { useTexts } from '../../shared/texts';
import { Facts, TableFrame } from '../../shared/ui';
import { itemTexts } from './texts';

const POLICIES = {
  'all-or-nothing': 'allOrNothing',
  'right-minus-wrong': 'rightMinusWrong',
  'no-wrong-then-share': 'noWrongThenShare',
  share: 'share',
  'adjacent-pairs': 'adjacentPairs',
} as const;

/** What of a key cannot be marked in the item itself: accepted texts, numbers, and how parts are credited. */
export function RuleFacts({ rule }: { rule: ResponseRule }) {
  const t = useTexts(itemTexts);
  switch (rule.type) {
    case 'multiple-response':
    case 'match':
    case 'order':
    case 'inline-choice':
      return <Facts rows={[[t('scoring'), t(POLICIES[rule.policy])]]} />;
    case 'text-entry':
      return (
        <Facts
          rows={[
            [t('accepted'), rule.accept.join(' / ')],
            [t('scoring'), rule.caseSensitive ? t('caseSensitive') : null],
          ]}
        />
      );
    case 'numeric-entry':
      return <Facts rows={[[t('key'), numericKey(rule)]]} />;
    case 'single-choice':
    case 'true-false':
    case 'extended-text':
      return null;
  }

  function numericKey({
    answer,
    tolerance,
    significantDigits,
    units,
  }: Extract<ResponseRule, { type: 'numeric-entry' }>) {
    const parts = [
      `${answer}${units?.[0] ? ` ${units[0]}` : ''}`,
      tolerance && 'absolute' in tolerance && t('toleranceAbsolute', { value: tolerance.absolute }),
      tolerance && 'relative' in tolerance && t('toleranceRelative', { value: tolerance.relative }),
      significantDigits !== undefined && t('significant', { count: significantDigits }),
    ];
    return parts.filter((part) => typeof part === 'string').join(' · ');
  }
}

export function RubricTable({ rubric }: { rubric: Rubric }) {
  const t = useTexts(itemTexts);
  const format = useFormat();
  const local = useLocalized();
  return (
    <>
      {rubric.criteria.map((criterion) => (
        <TableFrame key={criterion.id} label={`${t('criterion')}: ${local(criterion.title)}`}>
          <thead>
            <tr>
              <th scope="col">{t('points')}</th>
              <th scope="col">
                <Localized text={criterion.title} />
              </th>
            </tr>
          </thead>
          <tbody>
            {criterion.levels.map(({ points, text }) => (
              <tr key={points}>
                <th scope="row" style={{ width: 64 }}>
                  {format.points(points)}
                </th>
                <td>
                  <InlineMarkdown source={local(text)} />
                </td>
              </tr>
            ))}
          </tbody>
        </TableFrame>
      ))}
    </>
  );
}
