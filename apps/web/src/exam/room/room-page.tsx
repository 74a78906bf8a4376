import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ErrorState } from '../../shared/feedback/error-state';
import { LoadingState } from '../../shared/feedback/loading-state';
import { usePageTitle } from '../../shared/page-title';
import { RequireRole } from '../../shared/session/require-role';
import { useTexts } from '../../shared/texts';
import { openRoom, type Opened } from '../engine/open-room';
import { Elsewhere } from './end-pages';
import { Room } from './room';
import classes from './lobby.module.css';
import { RoomProvider } from './room-context';
import { roomTexts } from './texts';

/** `/exam/:registrationId/room` */
export function RoomPage() {
  const { registrationId = '' } = useParams();
  const t = useTexts(roomTexts);
  usePageTitle(t('opening'));
  return (
    <RequireRole roles={['candidate']}>
      <Opening key={registrationId} registrationId={registrationId} />
    </RequireRole>
  );
}

type State = { readonly kind: 'opening' } | { readonly kind: 'failed'; readonly error: unknown } | Opened;

function Opening({ registrationId }: { registrationId: string }) {
  const t = useTexts(roomTexts);
  const navigate = useNavigate();
  const [journalLost, setJournalLost] = useState(false);
  const { state, open } = useOpenRoom(registrationId, () => setJournalLost(true));
  useEffect(() => {
    if (state.kind === 'waiting-room') void navigate(`/exam/${registrationId}`, { replace: true });
    if (state.kind === 'handed-in') void navigate(`/exam/${registrationId}/receipt`, { replace: true });
  }, [state, navigate, registrationId]);
  if (state.kind === 'room') {
    return (
      <RoomProvider engine={state.engine}>
        <Room journalKept={state.engine.journal.kept && !journalLost} onTakeOver={() => open(true)} />
      </RoomProvider>
    );
  }
  return (
    <main className={classes.lobby}>
      {state.kind === 'failed' && <ErrorState error={state.error} onRetry={() => open(false)} />}
      {state.kind === 'insecure' && <p role="alert">{t('insecure')}</p>}
      {state.kind === 'elsewhere' && (
        <Elsewhere where={state.where} attempt={state.attempt} onContinue={() => open(true)} />
      )}
      {(state.kind === 'opening' || state.kind === 'waiting-room' || state.kind === 'handed-in') && <LoadingState />}
    </main>
  );
}

/** Opens the room, starts its engine, and leads to the receipt once it is handed in. */
function useOpenRoom(registrationId: string, onJournalLost: () => void) {
  const [state, setState] = useState<State>({ kind: 'opening' });
  const close = useRef<() => void>(() => undefined);
  const run = useRef(0);
  const open = (force: boolean) => {
    const mine = ++run.current;
    close.current();
    close.current = () => undefined;
    setState({ kind: 'opening' });
    openRoom(registrationId, force, { onJournalLost })
      .then((opened) => {
        if (opened.kind === 'room' && mine !== run.current) return opened.lock.release();
        if (mine !== run.current) return;
        if (opened.kind === 'room') close.current = startRoom(opened, () => setState({ kind: 'handed-in' }));
        setState(opened);
      })
      .catch((error: unknown) => {
        if (mine === run.current) setState({ kind: 'failed', error });
      });
  };
  useEffect(() => {
    open(false);
    return () => {
      run.current += 1;
      close.current();
      close.current = () => undefined;
    };
  }, []);
  return { state, open };
}

function startRoom({ engine, lock }: Extract<Opened, { kind: 'room' }>, onHandedIn: () => void): () => void {
  engine.start();
  const unsubscribe = engine.subscribe(() => {
    const { phase } = engine.state();
    if (phase === 'reading') lock.release();
    if (phase === 'handed-in') onHandedIn();
  });
  return () => {
    unsubscribe();
    engine.stop();
    lock.release();
  };
}
