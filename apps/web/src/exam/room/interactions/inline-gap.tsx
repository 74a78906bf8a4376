import { textIn, type Interaction, type ResponseValue } from '@hz/kernel';
import { useLanguage } from '../../../shared/language';
import { useTexts } from '../../../shared/texts';
import { withPart } from '../../core';
import { plainText } from '../item-text';
import { roomTexts } from '../texts';
import classes from './interactions.module.css';

interface Props {
  interaction: Extract<Interaction, { type: 'inline-choice' }>;
  gapId: string;
  value: ResponseValue | undefined;
  onChange: (value: ResponseValue) => void;
}

/** The select that stands in a gap of the stem. */
export function InlineGap({ interaction, gapId, value, onChange }: Props) {
  const t = useTexts(roomTexts);
  const language = useLanguage();
  const index = interaction.gaps.findIndex(({ id }) => id === gapId);
  const gap = interaction.gaps[index];
  if (gap === undefined) return null;
  const chosen = typeof value === 'object' && value !== null && !Array.isArray(value) ? value[gapId] : undefined;
  return (
    <select
      className={classes.gap}
      aria-label={t('gap', { number: index + 1 })}
      value={chosen ?? ''}
      data-chosen={chosen !== undefined || undefined}
      onChange={(event) => onChange(withPart(value, gapId, event.target.value))}
    >
      <option value="">{t('pick')}</option>
      {gap.choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {plainText(textIn(choice.text, language))}
        </option>
      ))}
    </select>
  );
}
