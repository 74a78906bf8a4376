import type { SessionView } from '@hz/registration/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { EmptyState, ErrorState, LoadingState } from '../shared/feedback';
import { useFormat } from '../shared/format';
import { Localized } from '../shared/localized';
import { useTexts } from '../shared/texts';
import { Badge, Section } from '../shared/ui';
import { openSessionsQuery } from './api';
import classes from './session-list.module.css';
import { publicTexts } from './texts';

/** The sessions of a scheme that take registrations. */
export function SessionList({ schemeVersionId }: { schemeVersionId: string }) {
  const t = useTexts(publicTexts);
  const { data, error, refetch } = useQuery(openSessionsQuery(schemeVersionId));
  return (
    <Section title={t('sessionsTitle')}>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <LoadingState rows={1} title={false} />}
      {data?.length === 0 && (
        <EmptyState icon="calendar" title={t('noSessions')} hint={t('noSessionsHint')} level={3} />
      )}
      {data && data.length > 0 && (
        <ul className={classes.list}>
          {data.map((session) => (
            <li key={session.id}>
              <Row session={session} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Row({ session }: { session: SessionView }) {
  const t = useTexts(publicTexts);
  const format = useFormat();
  const left = session.capacity - session.registered;
  return (
    <div className={classes.row}>
      <div className={classes.what}>
        <Link to={`/sessions/${session.id}`} className={classes.title}>
          <Localized text={session.title} />
        </Link>
        <span>
          {format.instant(session.opensAt, { zone: true })} · {format.duration(session.rules.durationMinutes * 60_000)}
        </span>
        <span className="hz-soft">{t('registrationUntil', { at: format.instant(session.registrationClosesAt) })}</span>
      </div>
      {left > 0 ? (
        <Badge tone="plain">{t('seatsLeft', { count: left })}</Badge>
      ) : (
        <Badge tone="amber">{t('full')}</Badge>
      )}
      <Link to={`/sessions/${session.id}`} className="hz-button hz-button--primary">
        {t('details')}
      </Link>
    </div>
  );
}
