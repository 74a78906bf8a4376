import { useState } from 'react';
import type { MyRegistration } from '@hz/registration/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { EmptyState, ErrorState, LoadingState } from '../shared/feedback';
import { useFormat } from '../shared/format';
import { Localized } from '../shared/localized';
import { useNow } from '../shared/now';
import { useTexts } from '../shared/texts';
import { Badge, Section, type Tone } from '../shared/ui';
import { myRegistrationsQuery, ticketUrl } from './api';
import classes from './my.module.css';
import { candidateTexts } from './texts';
import { WithdrawDialog } from './withdraw-dialog';

export function MyRegistrations() {
  const t = useTexts(candidateTexts);
  const { data, error, refetch } = useQuery(myRegistrationsQuery);
  const [leaving, setLeaving] = useState<MyRegistration | null>(null);
  const rows = data?.toSorted((a, b) => b.session.opensAt - a.session.opensAt);
  return (
    <Section title={t('registrations')}>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <LoadingState rows={2} title={false} />}
      {data?.length === 0 && (
        <EmptyState icon="ticket" title={t('noRegistrations')} hint={t('noRegistrationsHint')} level={3}>
          <Link className="hz-button hz-button--primary" to="/#schemes">
            {t('browse')}
          </Link>
        </EmptyState>
      )}
      {rows && rows.length > 0 && (
        <ul className={classes.list}>
          {rows.map((registration) => (
            <li key={registration.id}>
              <Row registration={registration} onWithdraw={() => setLeaving(registration)} />
            </li>
          ))}
        </ul>
      )}
      <WithdrawDialog registration={leaving} onClose={() => setLeaving(null)} />
    </Section>
  );
}

function Row({ registration, onWithdraw }: { registration: MyRegistration; onWithdraw: () => void }) {
  const t = useTexts(candidateTexts);
  const format = useFormat();
  const now = useNow(30_000);
  const { session } = registration;
  const live = registration.status === 'confirmed' && session.status === 'open' && session.closesAt > now;
  return (
    <div className={classes.row}>
      <div className={classes.what}>
        <Link to={`/sessions/${session.id}`} className={classes.title}>
          <Localized text={session.title} />
        </Link>
        <span className="hz-tabular">{format.instant(session.opensAt, { zone: true })}</span>
        <span className="hz-soft hz-tabular">
          {t('ticketNo')} {registration.ticketNo} · {t('seat')} {registration.seatNo}
        </span>
      </div>
      <RegistrationBadge registration={registration} now={now} />
      {live && (
        <div className={classes.actions}>
          <Link className="hz-button" to={`/exam/${registration.id}`}>
            {t('waitingRoom')}
          </Link>
          <a className="hz-button" href={ticketUrl(registration.id)} target="_blank" rel="noreferrer">
            {t('ticket')}
          </a>
          {registration.mayWithdraw && (
            <button type="button" className="hz-button" onClick={onWithdraw}>
              {t('withdraw')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function RegistrationBadge({ registration: { status, session }, now }: { registration: MyRegistration; now: number }) {
  const t = useTexts(candidateTexts);
  const [tone, text] = stateOf();
  return <Badge tone={tone}>{t(text)}</Badge>;

  function stateOf(): [Tone, Parameters<typeof t>[0] & `status${string}`] {
    if (status === 'withdrawn') return ['plain', 'statusWithdrawn'];
    if (status === 'cancelled' || session.status === 'cancelled') return ['red', 'statusCancelled'];
    if (session.status === 'released') return ['calm', 'statusReleased'];
    return session.status === 'closed' || session.closesAt <= now
      ? ['plain', 'statusMarking']
      : ['calm', 'statusConfirmed'];
  }
}
