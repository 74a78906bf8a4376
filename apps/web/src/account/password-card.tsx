import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../shared/api/client';
import { rememberCsrfToken } from '../shared/api/csrf';
import { Notice } from '../shared/feedback';
import { ME_KEY } from '../shared/session/me';
import { useTexts } from '../shared/texts';
import { Card } from '../shared/ui';
import classes from './account.module.css';
import { MIN_PASSWORD, useSending } from './form';
import { PasswordField } from './password-field';
import { SendingProblem } from './sending-problem';
import { accountTexts } from './texts';

export function PasswordCard() {
  const t = useTexts(accountTexts);
  const client = useQueryClient();
  const form = useForm({
    initialValues: { current: '', next: '' },
    validate: {
      current: (value) => (value === '' ? t('needPassword') : null),
      next: (value) => (value.length < MIN_PASSWORD ? t('needLongPassword') : null),
    },
  });
  const sending = useSending<{ current: string; next: string }>(async (body) => {
    await api.POST('/api/v1/me/password', { body });
    form.reset();
    rememberCsrfToken(undefined);
    await client.invalidateQueries({ queryKey: ME_KEY });
  });
  return (
    <Card>
      <form className={classes.form} onSubmit={form.onSubmit(sending.run)} noValidate>
        <SendingProblem error={sending.error} />
        <PasswordField
          label={t('currentPassword')}
          autoComplete="current-password"
          {...form.getInputProps('current')}
        />
        <PasswordField
          label={t('newPassword')}
          description={t('passwordHint')}
          autoComplete="new-password"
          maxLength={128}
          {...form.getInputProps('next')}
        />
        {sending.done && <Notice tone="calm" icon="check" title={t('passwordChanged')} live />}
        <div>
          <Button type="submit" loading={sending.sending}>
            {t('changePassword')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
