import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useLocation, useNavigate, useSearchParams } from 'react-router';
import { api } from '../shared/api/client';
import { isProblem } from '../shared/api/problem';
import { Notice } from '../shared/feedback';
import { renewMe, useMe } from '../shared/session/me';
import { useTexts } from '../shared/texts';
import { Card, Page } from '../shared/ui';
import classes from './account.module.css';
import { CodeForm } from './code-form';
import { CredentialsForm, type Credentials } from './credentials-form';
import { nextPath, startPage, useSending } from './form';
import { accountTexts } from './texts';

export function SignInPage() {
  const t = useTexts(accountTexts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { state } = useLocation() as { state: { signedUp?: boolean } | null };
  const [query] = useSearchParams();
  const next = nextPath(query.get('next'));
  const { me } = useMe();
  const [waiting, setWaiting] = useState<Credentials | null>(null);
  const sending = useSending<Credentials & { code?: string }>(async (input) => {
    try {
      await api.POST('/api/v1/login', { body: input });
    } catch (error) {
      if (!isProblem(error, 'identity.second-factor-needed')) throw error;
      setWaiting(input);
      return;
    }
    const person = await renewMe(client);
    if (person) await navigate(next ?? startPage(person.roles), { replace: true });
  });
  if (me && !sending.sending) return <Navigate to={next ?? startPage(me.roles)} replace />;
  if (waiting !== null) {
    const back = () => {
      setWaiting(null);
      sending.reset();
    };
    return <CodeForm sending={sending} onCode={(code) => sending.run({ ...waiting, code })} onBack={back} />;
  }
  const more = next === null ? '' : `?next=${encodeURIComponent(next)}`;
  return (
    <Page title={t('signIn')} lead={t('signInLead')} width="form">
      {state?.signedUp && <Notice tone="calm" title={t('signUpNotSignedIn')} />}
      <Card>
        <CredentialsForm sending={sending} onSend={sending.run} />
      </Card>
      <div className={classes.links}>
        <Link to={`/sign-up${more}`}>{t('noAccount')}</Link>
        <Link to="/reset-password">{t('forgot')}</Link>
      </div>
    </Page>
  );
}
