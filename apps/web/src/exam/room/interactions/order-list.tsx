import { useLayoutEffect, useRef } from 'react';
import { textIn, type Interaction } from '@hz/kernel';
import { useLanguage } from '../../../shared/language';
import { useTexts } from '../../../shared/texts';
import { moved, orderOf } from '../../core';
import { OptionText, plainText } from '../item-text';
import { roomTexts } from '../texts';
import type { AnswerProps } from './answer-props';
import classes from './interactions.module.css';

type Order = Extract<Interaction, { type: 'order' }>;

/** Rows that move by buttons or by choosing their place; the focus stays with the row that moves. */
export function OrderList({ interaction, value, onChange }: AnswerProps<Order>) {
  const t = useTexts(roomTexts);
  const language = useLanguage();
  const list = useRef<HTMLOListElement>(null);
  const focused = useRef<string | null>(null);
  const order = orderOf(
    interaction.choices.map(({ id }) => id),
    value,
  );
  useLayoutEffect(() => {
    if (focused.current === null) return;
    const control = list.current?.querySelector<HTMLElement>(`[data-control="${focused.current}"]`);
    // At an end of the list the button is off; its neighbour takes the focus.
    const target = control?.matches(':disabled')
      ? control.parentElement?.querySelector<HTMLElement>(':enabled')
      : control;
    target?.focus();
    focused.current = null;
  }, [order.join()]);
  const move = (id: string, place: number, control: string) => {
    focused.current = control;
    onChange(moved(order, id, place));
  };
  return (
    <div>
      <p className={classes.hint}>{t('orderHint')}</p>
      <ol className={classes.order} ref={list}>
        {order.map((id, index) => {
          const choice = interaction.choices.find((each) => each.id === id)!;
          const text = plainText(textIn(choice.text, language)).slice(0, 60);
          return (
            <li key={id} className={classes.row}>
              <select
                className={classes.place}
                aria-label={t('placeOf', { text })}
                data-control={`${id}-place`}
                value={index}
                onChange={(event) => move(id, Number(event.target.value), `${id}-place`)}
              >
                {order.map((_, place) => (
                  <option key={place} value={place}>
                    {place + 1}
                  </option>
                ))}
              </select>
              <span className={classes.rowText}>
                <OptionText text={choice.text} />
              </span>
              <span className={classes.moves}>
                <button
                  type="button"
                  className={classes.move}
                  data-control={`${id}-up`}
                  aria-label={t('moveUp', { text })}
                  disabled={index === 0}
                  onClick={() => move(id, index - 1, `${id}-up`)}
                >
                  ↑
                </button>
                <button
                  type="button"
                  className={classes.move}
                  data-control={`${id}-down`}
                  aria-label={t('moveDown', { text })}
                  disabled={index === order.length - 1}
                  onClick={() => move(id, index + 1, `${id}-down`)}
                >
                  ↓
                </button>
              </span>
            </li>
          );
        })}
      </ol>
      {Array.isArray(value) ? (
        <button type="button" className={classes.clear} onClick={() => onChange(null)}>
          {t('clear')}
        </button>
      ) : (
        <p className={classes.confirm}>
          <span>{t('orderUnanswered')}</span>
          <button type="button" className="hz-button" onClick={() => onChange(order)}>
            {t('orderConfirm')}
          </button>
        </p>
      )}
    </div>
  );
}
