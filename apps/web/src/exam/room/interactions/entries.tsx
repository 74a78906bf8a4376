import { useId } from 'react';
import type { Interaction } from '@hz/kernel';
import { Localized } from '../../../shared/localized';
import { useTexts } from '../../../shared/texts';
import { typed } from '../../core';
import { roomTexts } from '../texts';
import type { AnswerProps } from './answer-props';
import classes from './interactions.module.css';

type Kind<Type extends Interaction['type']> = Extract<Interaction, { type: Type }>;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Digits with sign, separators, fraction or exponent, in full width too. It only gives a hint; the server takes any text. */
const NUMBER = /^[\s\d０-９+\-−.,．，eE×*^/%]*$/;

export function TextEntry({ interaction, value, onChange }: AnswerProps<Kind<'text-entry'>>) {
  const t = useTexts(roomTexts);
  const id = useId();
  return (
    <div className={classes.entry}>
      <label htmlFor={id}>{t('yourAnswer')}</label>
      <input
        id={id}
        className={classes.field}
        type="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={interaction.maxLength}
        value={textOf(value)}
        onChange={(event) => onChange(typed(event.target.value))}
      />
    </div>
  );
}

export function NumericEntry({ interaction, value, onChange }: AnswerProps<Kind<'numeric-entry'>>) {
  const t = useTexts(roomTexts);
  const id = useId();
  const text = textOf(value);
  const odd = !NUMBER.test(text);
  return (
    <div className={classes.entry}>
      <label htmlFor={id}>{t('numericAnswer')}</label>
      <div className={classes.numeric}>
        <input
          id={id}
          className={classes.field}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          maxLength={100}
          value={text}
          aria-describedby={odd ? `${id}-unit ${id}-odd` : `${id}-unit`}
          onChange={(event) => onChange(typed(event.target.value))}
        />
        <span id={`${id}-unit`} className={classes.unit}>
          {interaction.unit && <Localized text={interaction.unit} />}
        </span>
      </div>
      {odd && (
        <p className={classes.odd} id={`${id}-odd`}>
          {t('notANumber')}
        </p>
      )}
    </div>
  );
}

export function ExtendedText({ interaction, value, onChange }: AnswerProps<Kind<'extended-text'>>) {
  const t = useTexts(roomTexts);
  const id = useId();
  const text = textOf(value);
  return (
    <div className={classes.entry}>
      <label htmlFor={id}>{t('yourAnswer')}</label>
      <textarea
        id={id}
        className={classes.area}
        rows={10}
        maxLength={interaction.maxLength}
        value={text}
        aria-describedby={`${id}-count`}
        onChange={(event) => onChange(typed(event.target.value))}
      />
      <p className={`${classes.count} hz-tabular`} id={`${id}-count`}>
        {t('characters', { count: text.length, max: interaction.maxLength })}
      </p>
    </div>
  );
}
