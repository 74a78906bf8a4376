import { useState } from 'react';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { EmptyState, ErrorState, LoadingState } from '../shared/feedback';
import { RequireRole } from '../shared/session/require-role';
import { useTexts } from '../shared/texts';
import { Page } from '../shared/ui';
import { claimNext } from './api';
import { Desk } from './desk';
import { openDesk, type DeskState } from './desk-state';
import { readMarks } from './kept-marks';
import { markingTexts } from './texts';

export function DeskPage() {
  const { sessionId = '', itemRef = '' } = useParams();
  return (
    <RequireRole roles={['marker']}>
      <DeskOf key={`${sessionId}/${itemRef}`} sessionId={sessionId} itemVersionId={itemRef} />
    </RequireRole>
  );
}

/** Claims one script after another. What is claimed stays claimed, so that a reload gives the same one again. */
function DeskOf(queue: { sessionId: string; itemVersionId: string }) {
  const t = useTexts(markingTexts);
  const [turn, setTurn] = useState(0);
  const [reopened, setReopened] = useState<DeskState | null>(null);
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['marking', 'desk', queue, turn],
    queryFn: () => claimNext(queue),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
  const next = () => {
    setReopened(null);
    setTurn((count) => count + 1);
  };
  const state = reopened ?? (data ? openDesk(data, readMarks(data)) : null);
  return (
    <Page width="wide" title={t('deskTitle')} back={{ to: '/marking', text: t('toQueues') }}>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && state === null && isFetching && <LoadingState title={false} />}
      {state && (
        <Desk
          key={`${state.script.id}/${state.script.version}`}
          start={state}
          queue={queue}
          onNext={next}
          onReopen={setReopened}
        />
      )}
      {!error && state === null && !isFetching && (
        <EmptyState icon="check-circle" title={t('queueDone')} hint={t('queueDoneHint')}>
          <Link className="hz-button hz-button--primary" to="/marking">
            {t('toQueues')}
          </Link>
          <Button variant="default" onClick={next}>
            {t('lookAgain')}
          </Button>
        </EmptyState>
      )}
    </Page>
  );
}
