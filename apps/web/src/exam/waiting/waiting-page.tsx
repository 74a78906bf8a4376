import { useEffect, useState } from 'react';
import type { AttemptView } from '@hz/delivery/contract';
import { useNavigate, useParams } from 'react-router';
import { ErrorState } from '../../shared/feedback/error-state';
import { LoadingState } from '../../shared/feedback/loading-state';
import { usePageTitle } from '../../shared/page-title';
import { RequireRole } from '../../shared/session/require-role';
import { useTexts } from '../../shared/texts';
import { examApi } from '../api';
import { waitingTexts } from './texts';
import { Waiting } from './waiting';
import classes from './waiting.module.css';

/** `/exam/:registrationId` */
export function WaitingPage() {
  const { registrationId = '' } = useParams();
  const t = useTexts(waitingTexts);
  usePageTitle(t('title'));
  return (
    <RequireRole roles={['candidate']}>
      {(me) => <Entering key={registrationId} registrationId={registrationId} name={me.displayName} />}
    </RequireRole>
  );
}

const REFRESH_MS = 30_000;

/** Enters the waiting room, which prepares the attempt, and looks now and then whether its times have changed. */
function Entering({ registrationId, name }: { registrationId: string; name: string }) {
  const navigate = useNavigate();
  const [attempt, setAttempt] = useState<AttemptView | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let gone = false;
    const look = () =>
      examApi.enter(registrationId).then(
        (view) => {
          if (gone) return;
          setError(null);
          setAttempt(view);
        },
        (problem: unknown) => {
          if (!gone) setError(problem);
        },
      );
    void look();
    const timer = window.setInterval(() => void look(), REFRESH_MS * (0.8 + Math.random() * 0.4));
    return () => {
      gone = true;
      window.clearInterval(timer);
    };
  }, [registrationId, tries]);
  useEffect(() => {
    if (attempt?.status === 'submitted') void navigate(`/exam/${registrationId}/receipt`, { replace: true });
  }, [attempt?.status, navigate, registrationId]);
  if (attempt === null) {
    return (
      <main className={classes.page}>
        {error === null ? <LoadingState /> : <ErrorState error={error} onRetry={() => setTries(tries + 1)} />}
      </main>
    );
  }
  return <Waiting attempt={attempt} registrationId={registrationId} name={name} />;
}
