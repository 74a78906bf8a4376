import type { Interaction, LocalizedText } from '@hz/kernel';
import { Icon } from '../../../shared/icons';
import { useTexts } from '../../../shared/texts';
import { toggled } from '../../core';
import { OptionText } from '../item-text';
import { roomTexts } from '../texts';
import type { AnswerProps } from './answer-props';
import classes from './interactions.module.css';

type ChoiceInteraction = Extract<Interaction, { type: 'single-choice' | 'multiple-response' | 'true-false' }>;

const letterOf = (index: number): string => String.fromCharCode(65 + index);

/** Options as whole rows, over native radio buttons or checkboxes. */
export function ChoiceList({ interaction, value, onChange, labelledBy }: AnswerProps<ChoiceInteraction>) {
  const t = useTexts(roomTexts);
  const several = interaction.type === 'multiple-response';
  const options: { id: string; text: LocalizedText | string }[] =
    interaction.type === 'true-false'
      ? [
          { id: 'true', text: t('isTrue') },
          { id: 'false', text: t('isFalse') },
        ]
      : interaction.choices;
  const chosen = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
  const max = interaction.type === 'multiple-response' ? interaction.maxChoices : 0;
  const choose = (id: string) =>
    onChange(
      several
        ? toggled(
            options.map((option) => option.id),
            value,
            id,
            max,
          )
        : id,
    );
  return (
    <fieldset className={classes.plain} aria-labelledby={`${labelledBy} ${labelledBy}-hint`}>
      <p className={classes.hint} id={`${labelledBy}-hint`}>
        {several ? (max > 0 ? t('chooseUpTo', { max }) : t('chooseSeveral')) : t('chooseOne')}
      </p>
      <div className={classes.options}>
        {options.map(({ id, text }, index) => {
          const isChosen = chosen.includes(id);
          return (
            <label key={id} className={classes.option} data-chosen={isChosen || undefined}>
              <input
                type={several ? 'checkbox' : 'radio'}
                name={labelledBy}
                checked={isChosen}
                disabled={!isChosen && max > 0 && chosen.length >= max}
                onChange={() => choose(id)}
              />
              <span className={classes.letter} data-shape={several ? 'square' : 'round'} aria-hidden>
                {isChosen ? <Icon name="check" size={18} /> : letterOf(index)}
              </span>
              <span className={classes.optionText}>
                {isChosen && (
                  <span className={classes.chosenLetter} aria-hidden>
                    {letterOf(index)}.{' '}
                  </span>
                )}
                {typeof text === 'string' ? text : <OptionText text={text} />}
              </span>
            </label>
          );
        })}
      </div>
      <button type="button" className={classes.clear} disabled={chosen.length === 0} onClick={() => onChange(null)}>
        {t('clear')}
      </button>
    </fieldset>
  );
}
