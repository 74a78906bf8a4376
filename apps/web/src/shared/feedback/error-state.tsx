import { Link } from 'react-router';
import { isProblem } from '../api/problem';
import { commonTexts, useTexts } from '../texts';
import { ProblemAlert } from './problem-alert';
import classes from './feedback.module.css';

/** Something could not be read; offers to try again, or the way out where trying again cannot help. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => unknown }) {
  const t = useTexts(commonTexts);
  const pointless = isProblem(error) && error.status >= 400 && error.status < 500 && error.status !== 429;
  return (
    <ProblemAlert error={error}>
      {onRetry && !pointless && (
        <div className={classes.actions}>
          <button type="button" className="hz-button" onClick={() => void onRetry()}>
            {t('retry')}
          </button>
        </div>
      )}
      {isProblem(error) && (error.status === 403 || error.status === 404) && (
        <div className={classes.actions}>
          <Link className="hz-button" to="/">
            {t('toHome')}
          </Link>
        </div>
      )}
    </ProblemAlert>
  );
}
