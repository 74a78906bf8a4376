import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTexts } from '../shared/texts';
import { ErrorSummary } from '../shared/ui';
import classes from './account.module.css';
import { isEmail, summaryOf } from './form';
import { PasswordField } from './password-field';
import { SendingProblem } from './sending-problem';
import { accountTexts } from './texts';

export interface Credentials {
  email: string;
  password: string;
}

interface Props {
  sending: { sending: boolean; error: unknown };
  onSend: (credentials: Credentials) => void;
}

export function CredentialsForm({ sending, onSend }: Props) {
  const t = useTexts(accountTexts);
  const [attempt, setAttempt] = useState(0);
  const form = useForm<Credentials>({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (isEmail(value) ? null : t('needEmail')),
      password: (value) => (value === '' ? t('needPassword') : null),
    },
  });
  const submit = form.onSubmit(
    ({ email, password }) => onSend({ email: email.trim(), password }),
    () => setAttempt((count) => count + 1),
  );
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <ErrorSummary errors={summaryOf(form.errors, 'sign-in')} attempt={attempt} />
      <SendingProblem error={sending.error} />
      <TextInput
        id="sign-in-email"
        type="email"
        label={t('email')}
        autoComplete="username"
        inputMode="email"
        {...form.getInputProps('email')}
      />
      <PasswordField
        id="sign-in-password"
        label={t('password')}
        autoComplete="current-password"
        {...form.getInputProps('password')}
      />
      <Button type="submit" loading={sending.sending}>
        {t('signIn')}
      </Button>
    </form>
  );
}
