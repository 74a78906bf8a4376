import { useFormat } from '../shared/format';
import { useTexts } from '../shared/texts';
import { Section } from '../shared/ui';
import type { MarkedScript } from './api';
import classes from './marking.module.css';
import { markingTexts } from './texts';

/** The last scripts of this marker, to look at again or to change. */
export function LastFive({ rows, onOpen }: { rows: MarkedScript[] | undefined; onOpen: (row: MarkedScript) => void }) {
  const t = useTexts(markingTexts);
  const format = useFormat();
  return (
    <Section title={t('lastFive')}>
      {rows?.length === 0 && <p className="hz-soft">{t('noneYet')}</p>}
      <ul className={classes.last}>
        {rows?.map((row) => (
          <li key={row.task.id}>
            <span className="hz-tabular">{t('script', { no: row.task.scriptNo })}</span>
            <strong className="hz-tabular">
              {t('totalOf', {
                points: format.points(row.mark?.points ?? '0'),
                max: format.points(row.task.maxPoints),
              })}
            </strong>
            {row.mark?.mayChange === true && (
              <button
                type="button"
                className="hz-button"
                aria-label={`${t('change')}: ${t('script', { no: row.task.scriptNo })}`}
                onClick={() => onOpen(row)}
              >
                {t('change')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
