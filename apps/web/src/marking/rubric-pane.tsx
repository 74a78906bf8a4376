import { useEffect, useRef, type RefObject } from 'react';
import { Button, Textarea } from '@mantine/core';
import { comparePoints } from '@hz/kernel';
import type { Rubric } from '@hz/scoring/contract';
import { useFormat } from '../shared/format';
import { Localized, useLocalized } from '../shared/localized';
import { InlineMarkdown } from '../shared/markdown';
import { useTexts } from '../shared/texts';
import { missingIn, totalOf, type DeskKey, type DeskState } from './desk-state';
import classes from './marking.module.css';
import { markingTexts } from './texts';
import type { DeskDeeds } from './use-desk';

interface Props {
  desk: DeskDeeds;
  comment: RefObject<HTMLTextAreaElement | null>;
  onAct: (key: DeskKey) => void;
}

export function RubricPane({ desk, comment, onAct }: Props) {
  const t = useTexts(markingTexts);
  const format = useFormat();
  const { state, dispatch, tried, submitting } = desk;
  const missing = missingIn(state);
  return (
    <section className={classes.rubric} aria-label={t('rubric')}>
      <h2>{t('rubric')}</h2>
      {state.script.rubric.criteria.map((criterion, index) => (
        <Criterion key={criterion.id} criterion={criterion} index={index} state={state} dispatch={dispatch} />
      ))}
      <Textarea
        ref={comment}
        label={
          <>
            {t('comment')} <kbd>C</kbd>
          </>
        }
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2000}
        value={state.comment}
        onChange={(event) => dispatch({ do: 'comment', text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <div className={classes.foot}>
        <div className={classes.total}>
          <span>{t('total')}</span>
          <strong className="hz-tabular">
            {t('totalOf', { points: format.points(totalOf(state)), max: format.points(state.script.maxPoints) })}
          </strong>
        </div>
        {tried && missing > 0 && (
          <p role="alert" className={classes.missing}>
            {t('incomplete', { count: missing })}
          </p>
        )}
        <div className={classes.deeds}>
          <Button px="md" loading={submitting.isPending} onClick={desk.submit} rightSection={<kbd>Enter</kbd>}>
            {t(state.changing ? 'submitChange' : 'submit')}
          </Button>
          {!state.changing && (
            <Button px="md" variant="default" onClick={() => onAct({ key: 'skip' })} rightSection={<kbd>S</kbd>}>
              {t('skip')}
            </Button>
          )}
          <Button px="md" variant="default" onClick={() => onAct({ key: 'flag' })} rightSection={<kbd>F</kbd>}>
            {t('flag')}
          </Button>
          <Button
            variant="default"
            loading={desk.undoing.isPending}
            onClick={() => onAct({ key: 'undo' })}
            rightSection={<kbd>U</kbd>}
          >
            {t('undo')}
          </Button>
        </div>
      </div>
    </section>
  );
}

interface CriterionProps {
  criterion: Rubric['criteria'][number];
  index: number;
  state: DeskState;
  dispatch: DeskDeeds['dispatch'];
}

function Criterion({ criterion, index, state, dispatch }: CriterionProps) {
  const t = useTexts(markingTexts);
  const format = useFormat();
  const local = useLocalized();
  const current = state.current === index;
  const given = state.marks[criterion.id];
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) holder.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div ref={holder} className={classes.criterion} data-current={current || undefined}>
      <h3 id={`criterion-${criterion.id}`}>
        <Localized text={criterion.title} />
        {current && <span className={classes.currentMark}>{t('current')}</span>}
      </h3>
      <div role="group" aria-labelledby={`criterion-${criterion.id}`}>
        {criterion.levels.map((level, number) => (
          <button
            key={level.points}
            type="button"
            data-level
            className={classes.level}
            aria-pressed={given !== undefined && comparePoints(given, level.points) === 0}
            onClick={() => dispatch({ do: 'pick', criterion: index, level: number })}
          >
            <kbd aria-hidden>{number + 1}</kbd>
            <strong className="hz-tabular">{t('levelPoints', { points: format.points(level.points) })}</strong>
            <span>
              <InlineMarkdown source={local(level.text)} />
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}
