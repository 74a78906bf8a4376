import type { ReactNode } from 'react';
import { ApiProblem, NetworkProblem } from '../api/problem';
import { Icon } from '../icons';
import { useLanguage } from '../language';
import { commonTexts, useTexts } from '../texts';
import classes from './feedback.module.css';

interface Props {
  error: unknown;
  children?: ReactNode;
}

/** What went wrong, in words; with a reference when the fault is ours. Renders nothing without an error. */
export function ProblemAlert({ error, children }: Props) {
  const t = useTexts(commonTexts);
  const language = useLanguage();
  if (error === null || error === undefined) return null;
  const ours = error instanceof ApiProblem ? error.status >= 500 : true;
  return (
    <div className={classes.alert} role="alert">
      <Icon name="alert" />
      <div className={classes.body}>
        <p className={classes.title}>{titleOf(error)}</p>
        {error instanceof ApiProblem && ours && error.document.instance !== '' && (
          <p className={classes.reference}>{t('reference', { id: error.document.instance })}</p>
        )}
        {children}
      </div>
    </div>
  );

  function titleOf(problem: unknown): string {
    if (problem instanceof ApiProblem) return problem.title(language);
    return problem instanceof NetworkProblem ? t('offline') : t('unexpected');
  }
}
