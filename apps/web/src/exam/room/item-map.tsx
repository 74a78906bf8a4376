import { memo } from 'react';
import { Localized } from '../../shared/localized';
import { useTexts } from '../../shared/texts';
import { completeness, countsOf, isOpen, itemOf, type PaperSection, type PlayerState } from '../core';
import { FlagMark } from './item-stage';
import classes from './item-map.module.css';
import { useEngine, useRoom } from './room-context';
import { roomTexts } from './texts';

/** All items with their state, and how many there are of each. */
export const ItemMap = memo(function ItemMap({ onPick }: { onPick?: () => void }) {
  const t = useTexts(roomTexts);
  const engine = useEngine();
  const sections = useRoom((state) => state.paper.sections);
  useMapState();
  const state = engine.state();
  const counts = countsOf(state, [...state.paper.items.keys()]);
  return (
    <div className={classes.map}>
      <dl className={classes.legend}>
        {(
          [
            ['answered', counts.answered],
            ['partly', counts.partly],
            ['unanswered', counts.unanswered],
            ['flagged', counts.flagged],
            ['unseen', counts.unseen],
          ] as const
        ).map(([kind, count]) =>
          kind === 'partly' && count === 0 ? null : (
            <div key={kind}>
              <dt>
                <span className={classes.sample} data-kind={kind} aria-hidden>
                  {kind === 'flagged' && <FlagMark filled />}
                </span>
                {t(kind)}
              </dt>
              <dd className="hz-tabular">{count}</dd>
            </div>
          ),
        )}
      </dl>
      {sections.map((section) => (
        <SectionItems
          key={section.id}
          section={section}
          state={state}
          onPick={(ref) => {
            engine.go(ref);
            onPick?.();
          }}
        />
      ))}
    </div>
  );
});

/** Draws the map anew when one of the things that it shows has changed. */
function useMapState(): void {
  useRoom((state) => state.responses);
  useRoom((state) => state.flags);
  useRoom((state) => state.seen);
  useRoom((state) => state.current);
  useRoom((state) => state.attempt.sections);
}

interface SectionProps {
  section: PaperSection;
  state: PlayerState;
  onPick: (ref: string) => void;
}

function SectionItems({ section, state, onPick }: SectionProps) {
  const t = useTexts(roomTexts);
  const open = section.refs.some((ref) => isOpen(state, ref));
  const closed = state.attempt.sections?.closed.includes(section.id) ?? false;
  return (
    <section className={classes.section}>
      <h3>
        <Localized text={section.title} />
        {!open && <span className="hz-soft"> · {t(closed ? 'closedSection' : 'laterSection')}</span>}
      </h3>
      <ol className={classes.items}>
        {section.refs.map((ref) => {
          const { number } = itemOf(state.paper, ref);
          const kind = completeness(state, ref);
          const current = ref === state.current;
          const flagged = state.flags.has(ref);
          const unseen = !state.seen.has(ref);
          const label = [
            t('number', { number }),
            t(kind),
            ...(flagged ? [t('flagged')] : []),
            ...(unseen ? [t('unseen')] : []),
          ].join(' · ');
          return (
            <li key={ref}>
              <button
                type="button"
                className={`${classes.cell} hz-tabular`}
                data-kind={kind}
                data-unseen={unseen || undefined}
                aria-current={current ? 'step' : undefined}
                aria-label={label}
                disabled={!open}
                onClick={() => onPick(ref)}
              >
                {number}
                {flagged && (
                  <span className={classes.mark}>
                    <FlagMark filled />
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
