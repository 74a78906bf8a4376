import { commonTexts, useTexts } from '../texts';
import classes from './feedback.module.css';

/** The outline of what is coming. */
export function LoadingState({ rows = 3, title = true }: { rows?: number; title?: boolean }) {
  const t = useTexts(commonTexts);
  return (
    <div className={classes.skeleton} role="status">
      <span className="hz-hidden">{t('loading')}</span>
      {title && <div className={classes.bar} data-size="title" />}
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.bar} data-size="block" />
      ))}
    </div>
  );
}
