import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useParams } from 'react-router';
import { api } from '../shared/api/client';
import { Notice } from '../shared/feedback';
import { useTexts } from '../shared/texts';
import { Card, Page } from '../shared/ui';
import classes from './account.module.css';
import { isEmail, MIN_PASSWORD, useSending } from './form';
import { PasswordField } from './password-field';
import { SendingProblem } from './sending-problem';
import { accountTexts } from './texts';

/** Asks for the link, and with the link of the mail sets the new password. */
export function ResetPasswordPage() {
  const { token } = useParams();
  return token === undefined ? <AskForLink /> : <SetNewPassword token={token} />;
}

function AskForLink() {
  const t = useTexts(accountTexts);
  const [sentTo, setSentTo] = useState('');
  const sending = useSending<string>(async (email) => {
    await api.POST('/api/v1/password-resets', { body: { email } });
    setSentTo(email);
  });
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (value) => (isEmail(value) ? null : t('needEmail')) },
  });
  return (
    <Page title={t('reset')} lead={t('resetLead')} width="form">
      {sending.done ? (
        <Notice tone="calm" icon="mail" title={t('linkSentTitle')} live>
          <p>{t('linkSent', { email: sentTo })}</p>
        </Notice>
      ) : (
        <Card>
          <form className={classes.form} onSubmit={form.onSubmit(({ email }) => sending.run(email.trim()))} noValidate>
            <SendingProblem error={sending.error} />
            <TextInput
              type="email"
              label={t('email')}
              autoComplete="username"
              inputMode="email"
              {...form.getInputProps('email')}
            />
            <Button type="submit" loading={sending.sending}>
              {t('sendLink')}
            </Button>
          </form>
        </Card>
      )}
      <Link to="/sign-in">{t('haveAccount')}</Link>
    </Page>
  );
}

function SetNewPassword({ token }: { token: string }) {
  const t = useTexts(accountTexts);
  const sending = useSending<string>(async (password) => {
    await api.POST('/api/v1/password-resets/{token}', { params: { path: { token } }, body: { password } });
  });
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => (value.length < MIN_PASSWORD ? t('needLongPassword') : null) },
  });
  if (sending.done) {
    return (
      <Page title={t('resetDoneTitle')} lead={t('resetDone')} width="form">
        <Link className="hz-button hz-button--primary" to="/sign-in">
          {t('signIn')}
        </Link>
      </Page>
    );
  }
  return (
    <Page title={t('setNewTitle')} width="form">
      <Card>
        <form className={classes.form} onSubmit={form.onSubmit(({ password }) => sending.run(password))} noValidate>
          <SendingProblem error={sending.error} />
          <PasswordField
            label={t('newPassword')}
            description={t('passwordHint')}
            autoComplete="new-password"
            maxLength={128}
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={sending.sending}>
            {t('setNew')}
          </Button>
        </form>
      </Card>
      <Link to="/reset-password">{t('reset')}</Link>
    </Page>
  );
}
