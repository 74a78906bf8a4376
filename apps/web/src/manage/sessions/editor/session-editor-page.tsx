import type { SessionView } from '@hz/registration/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { EmptyState, ErrorState, LoadingState } from '../../../shared/feedback';
import { RequireRole } from '../../../shared/session/require-role';
import { useTexts } from '../../../shared/texts';
import { Page } from '../../../shared/ui';
import { managedSessionQuery } from '../api';
import { sessionTexts } from '../texts';
import { SessionEditor } from './session-editor';
import { editorTexts } from './texts';

export function NewSessionPage() {
  return (
    <RequireRole roles={['exam-manager']}>
      <Editor session={null} />
    </RequireRole>
  );
}

export function EditSessionPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(managedSessionQuery(id));
  return (
    <RequireRole roles={['exam-manager']}>
      {data ? <Draft session={data} /> : error ? <ErrorState error={error} onRetry={refetch} /> : <LoadingState />}
    </RequireRole>
  );
}

function Draft({ session }: { session: SessionView }) {
  const t = useTexts(editorTexts);
  if (session.status === 'draft') return <Editor session={session} />;
  return (
    <EmptyState icon="lock" title={t('notDraft')} level={1}>
      <Link className="hz-button" to={`/manage/sessions/${session.id}`}>
        {t('toSession')}
      </Link>
    </EmptyState>
  );
}

function Editor({ session }: { session: SessionView | null }) {
  const t = useTexts(editorTexts);
  const sessions = useTexts(sessionTexts);
  const back = session
    ? { to: `/manage/sessions/${session.id}`, text: t('toSession') }
    : { to: '/manage/sessions', text: sessions('toSessions') };
  return (
    <Page title={t(session ? 'editTitle' : 'newTitle')} lead={t('lead')} back={back}>
      <SessionEditor key={session?.id ?? 'new'} session={session} />
    </Page>
  );
}
