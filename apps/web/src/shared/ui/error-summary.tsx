import { useEffect, useRef } from 'react';
import { Icon } from '../icons';
import { commonTexts, useTexts } from '../texts';
import classes from '../feedback/feedback.module.css';

interface Props {
  /** What is wrong, each with the id of its field. */
  errors: readonly { field: string; message: string }[];
  /** Counts the tries to send the form; at each the summary takes the focus. */
  attempt: number;
}

/** The errors of a form at its top, each a link to its field. */
export function ErrorSummary({ errors, attempt }: Props) {
  const t = useTexts(commonTexts);
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) holder.current?.focus();
  }, [attempt]);
  if (errors.length === 0) return null;
  return (
    <div ref={holder} tabIndex={-1} role="alert" className={classes.alert}>
      <Icon name="alert" />
      <div className={classes.body}>
        <p className={classes.title}>{t('errorSummary')}</p>
        <ul>
          {errors.map(({ field, message }) => (
            <li key={field}>
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(field)?.focus();
                }}
              >
                {message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
