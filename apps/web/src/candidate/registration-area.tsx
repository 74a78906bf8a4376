import type { SchemeView } from '../shared/api/types';
import type { ReactNode } from 'react';
import type { MyRegistration, SessionView } from '@hz/registration/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router';
import { EmptyState, ErrorState, LoadingState, Notice } from '../shared/feedback';
import { useFormat } from '../shared/format';
import { useNow } from '../shared/now';
import { useMe } from '../shared/session/me';
import { useTexts } from '../shared/texts';
import { Card } from '../shared/ui';
import { myRegistrationsQuery, ticketUrl } from './api';
import { ClaimsForm } from './claims-form';
import { candidateTexts } from './texts';

interface Props {
  session: SessionView;
  scheme: SchemeView | undefined;
}

/** What the reader can do about this session: sign in, register, see the registration, or learn why not. */
export function RegistrationArea({ session, scheme }: Props) {
  const t = useTexts(candidateTexts);
  const { me, error, retry } = useMe();
  if (me === undefined)
    return error ? <ErrorState error={error} onRetry={retry} /> : <LoadingState rows={1} title={false} />;
  if (me === null)
    return (
      <WhileOpen session={session}>
        <SignInFirst />
      </WhileOpen>
    );
  if (!me.roles.includes('candidate')) return <EmptyState icon="lock" title={t('onlyCandidates')} level={3} />;
  return <ForCandidate session={session} scheme={scheme} />;
}

function SignInFirst() {
  const t = useTexts(candidateTexts);
  const { pathname } = useLocation();
  const next = `?next=${encodeURIComponent(pathname)}`;
  return (
    <EmptyState icon="user" title={t('signInToRegister')} hint={t('signInToRegisterHint')} level={3}>
      <Link className="hz-button hz-button--primary" to={`/sign-in${next}`}>
        {t('signIn')}
      </Link>
      <Link className="hz-button" to={`/sign-up${next}`}>
        {t('signUp')}
      </Link>
    </EmptyState>
  );
}

function ForCandidate({ session, scheme }: Props) {
  const { data, error, refetch } = useQuery(myRegistrationsQuery);
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingState rows={1} title={false} />;
  const own = data.find(
    (registration) => registration.session.id === session.id && registration.status === 'confirmed',
  );
  if (own) return <Registered registration={own} />;
  return (
    <WhileOpen session={session}>
      {scheme === undefined ? (
        <Closed />
      ) : (
        <Card>
          <ClaimsForm session={session} scheme={scheme} />
        </Card>
      )}
    </WhileOpen>
  );
}

/** What is inside while registration is open; before and after, why it is not. */
function WhileOpen({ session, children }: { session: SessionView; children: ReactNode }) {
  const t = useTexts(candidateTexts);
  const format = useFormat();
  const now = useNow(30_000);
  if (now < session.registrationOpensAt) {
    const at = format.instant(session.registrationOpensAt, { zone: true });
    return <EmptyState icon="clock" title={t('notOpenYet')} hint={t('opensAtHint', { at })} level={3} />;
  }
  if (session.status !== 'open' || now >= session.registrationClosesAt) {
    return <Closed />;
  }
  if (session.registered >= session.capacity) {
    return <EmptyState icon="calendar" title={t('fullAlready')} hint={t('closedHint')} level={3} />;
  }
  return children;
}

function Closed() {
  const t = useTexts(candidateTexts);
  return <EmptyState icon="calendar" title={t('closedAlready')} hint={t('closedHint')} level={3} />;
}

function Registered({ registration }: { registration: MyRegistration }) {
  const t = useTexts(candidateTexts);
  return (
    <Notice tone="calm" icon="check-circle" title={t('registeredTitle', { seat: registration.seatNo })} live>
      <p>{t('registeredHint', { ticket: registration.ticketNo })}</p>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 12 }}>
        <a className="hz-button hz-button--primary" href={ticketUrl(registration.id)} target="_blank" rel="noreferrer">
          {t('ticket')}
        </a>
        <Link className="hz-button" to={`/exam/${registration.id}`}>
          {t('waitingRoom')}
        </Link>
        <Link className="hz-button" to="/my">
          {t('toMy')}
        </Link>
      </div>
    </Notice>
  );
}
