import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { EmptyState, ErrorState, LoadingState } from '../shared/feedback';
import { useFormat } from '../shared/format';
import { Localized } from '../shared/localized';
import { useTexts } from '../shared/texts';
import { Section } from '../shared/ui';
import { myResultsQuery } from './api';
import classes from './my.module.css';
import { OutcomeBadge } from './outcome';
import { candidateTexts } from './texts';

export function MyResults() {
  const t = useTexts(candidateTexts);
  const format = useFormat();
  const { data, error, refetch } = useQuery(myResultsQuery);
  return (
    <Section title={t('results')}>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <LoadingState rows={1} title={false} />}
      {data?.length === 0 && <EmptyState title={t('noResults')} hint={t('noResultsHint')} level={3} />}
      {data && data.length > 0 && (
        <ul className={classes.list}>
          {data.map((result) => (
            <li key={result.id} className={classes.row}>
              <div className={classes.what}>
                <Link to={`/my/results/${result.id}`} className={classes.title}>
                  <Localized text={result.scheme.title} />
                </Link>
                <span className="hz-soft">
                  <Localized text={result.session.title} /> ·{' '}
                  {t('releasedAt', { at: format.instant(result.releasedAt) })}
                </span>
              </div>
              <OutcomeBadge outcome={result.outcome} />
              <Link className="hz-button" to={`/my/results/${result.id}`}>
                {t('seeResult')}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
