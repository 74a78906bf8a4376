import { useId } from 'react';
import { textIn, type Interaction } from '@hz/kernel';
import { useLanguage } from '../../../shared/language';
import { useTexts } from '../../../shared/texts';
import { withPart } from '../../core';
import { OptionText, plainText } from '../item-text';
import { roomTexts } from '../texts';
import type { AnswerProps } from './answer-props';
import classes from './interactions.module.css';

type Match = Extract<Interaction, { type: 'match' }>;

/** A select for each source: matching without dragging. */
export function MatchList({ interaction, value, onChange }: AnswerProps<Match>) {
  const t = useTexts(roomTexts);
  const language = useLanguage();
  const id = useId();
  const chosen = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const letter = (index: number) => String.fromCharCode(65 + index);
  return (
    <div>
      <p className={classes.hint}>{t('matchHint')}</p>
      <ol className={classes.targets} type="A">
        {interaction.targets.map((target) => (
          <li key={target.id}>
            <OptionText text={target.text} />
          </li>
        ))}
      </ol>
      <div className={classes.pairs}>
        {interaction.sources.map((source) => (
          <div key={source.id} className={classes.pair} data-chosen={chosen[source.id] !== undefined || undefined}>
            <label htmlFor={`${id}-${source.id}`}>
              <OptionText text={source.text} />
            </label>
            <select
              id={`${id}-${source.id}`}
              className={classes.select}
              value={chosen[source.id] ?? ''}
              onChange={(event) => onChange(withPart(value, source.id, event.target.value))}
            >
              <option value="">{t('pick')}</option>
              {interaction.targets.map((target, index) => (
                <option key={target.id} value={target.id}>
                  {`${letter(index)}. ${plainText(textIn(target.text, language))}`}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
    </div>
  );
}
