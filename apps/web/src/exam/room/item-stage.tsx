import { useEffect, useRef } from 'react';
import { useFormat } from '../../shared/format';
import { useTexts } from '../../shared/texts';
import { itemOf } from '../core';
import { AnswerArea } from './interactions';
import { InlineGap } from './interactions/inline-gap';
import { StemText } from './item-text';
import classes from './room.module.css';
import { useEngine, useRoom } from './room-context';
import { roomTexts } from './texts';

/** The one item that is being answered. */
export function ItemStage() {
  const t = useTexts(roomTexts);
  const format = useFormat();
  const engine = useEngine();
  const paper = useRoom((state) => state.paper);
  const ref = useRoom((state) => state.current);
  const flagged = useRoom((state) => state.flags.has(ref));
  const value = useRoom((state) => state.responses.get(ref));
  const heading = useFocusOnChange(ref);
  const { number, points, body } = itemOf(paper, ref);
  const { stem, interaction } = body;
  const answer = (next: typeof value) => engine.answer(ref, next ?? null);
  const inline = interaction.type === 'inline-choice' ? interaction : null;
  return (
    <article className={classes.item} aria-labelledby="item-heading">
      <header className={classes.itemHead}>
        <h2 id="item-heading" ref={heading} tabIndex={-1}>
          <span className="hz-hidden">{t('numberOf', { number, all: paper.items.size })}</span>
          <span aria-hidden>{t('number', { number })}</span>
        </h2>
        <span className="hz-soft">{t('points', { points: format.points(points) })}</span>
        <button
          type="button"
          className={classes.flag}
          aria-pressed={flagged}
          onClick={() => engine.dispatch({ type: 'flagged', itemRef: ref })}
        >
          <FlagMark filled={flagged} />
          {t(flagged ? 'flagged' : 'flag')}
        </button>
      </header>
      <div className={classes.stem} id={`stem-${ref}`}>
        {inline === null ? (
          <StemText key={ref} text={stem} />
        ) : (
          <>
            <p className={classes.hint}>{t('gapHint')}</p>
            <StemText
              key={ref}
              text={stem}
              gap={(gapId) => <InlineGap interaction={inline} gapId={gapId} value={value} onChange={answer} />}
            />
          </>
        )}
      </div>
      <AnswerArea key={ref} interaction={interaction} value={value} onChange={answer} labelledBy={`stem-${ref}`} />
    </article>
  );
}

export function FlagMark({ filled }: { filled: boolean }) {
  return (
    <svg width="16" height="16" viewBox="0 0 24 24" aria-hidden fill={filled ? 'currentColor' : 'none'}>
      <path d="M6 21V4h12l-3 4.5L18 13H6" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />
    </svg>
  );
}

/** Moves the focus to the heading when another item has come, so that a screen reader starts there, and shows it from its top. */
function useFocusOnChange(ref: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (before.current !== null && before.current !== ref) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo({ top: 0 });
    }
    before.current = ref;
  }, [ref]);
  return heading;
}
