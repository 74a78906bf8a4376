import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { SignUpInput } from '@hz/identity/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api } from '../shared/api/client';
import { isProblem } from '../shared/api/problem';
import { useLanguage } from '../shared/language';
import { renewMe } from '../shared/session/me';
import { useTexts } from '../shared/texts';
import { Card, ErrorSummary, Page } from '../shared/ui';
import classes from './account.module.css';
import { isEmail, MIN_PASSWORD, nextPath, startPage, summaryOf, useSending } from './form';
import { PasswordField } from './password-field';
import { SendingProblem } from './sending-problem';
import { accountTexts } from './texts';

type Values = Omit<SignUpInput, 'language'>;

export function SignUpPage() {
  const t = useTexts(accountTexts);
  const language = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const next = nextPath(query.get('next'));
  const more = next === null ? '' : `?next=${encodeURIComponent(next)}`;
  const [attempt, setAttempt] = useState(0);
  const sending = useSending<Values>(async ({ email, password, legalName }) => {
    await api.POST('/api/v1/accounts', { body: { email, password, legalName, language } });
    try {
      await api.POST('/api/v1/login', { body: { email, password } });
    } catch (error) {
      // The address had an account already: nobody learns that here, and its owner signs in as before.
      if (!isProblem(error)) throw error;
      await navigate(`/sign-in${more}`, { state: { signedUp: true } });
      return;
    }
    const me = await renewMe(client);
    await navigate(next ?? startPage(me?.roles ?? []), { replace: true });
  });
  const form = useForm<Values>({
    initialValues: { legalName: '', email: '', password: '' },
    validate: {
      legalName: (value) => (value.trim() === '' ? t('needName') : null),
      email: (value) => (isEmail(value) ? null : t('needEmail')),
      password: (value) => (value.length < MIN_PASSWORD ? t('needLongPassword') : null),
    },
  });
  const submit = form.onSubmit(
    (values) => sending.run({ ...values, email: values.email.trim(), legalName: values.legalName.trim() }),
    () => setAttempt((count) => count + 1),
  );
  return (
    <Page title={t('signUp')} lead={t('signUpLead')} width="form">
      <Card>
        <form className={classes.form} onSubmit={submit} noValidate>
          <ErrorSummary errors={summaryOf(form.errors, 'sign-up')} attempt={attempt} />
          <SendingProblem error={sending.error} />
          <TextInput
            id="sign-up-legalName"
            label={t('legalName')}
            description={t('legalNameHint')}
            autoComplete="name"
            maxLength={80}
            {...form.getInputProps('legalName')}
          />
          <TextInput
            id="sign-up-email"
            type="email"
            label={t('email')}
            autoComplete="email"
            inputMode="email"
            {...form.getInputProps('email')}
          />
          <PasswordField
            id="sign-up-password"
            label={t('password')}
            description={t('passwordHint')}
            autoComplete="new-password"
            maxLength={128}
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={sending.sending}>
            {t('create')}
          </Button>
        </form>
      </Card>
      <Link to={`/sign-in${more}`}>{t('haveAccount')}</Link>
    </Page>
  );
}
