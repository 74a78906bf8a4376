import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { VerificationQuestion } from '@hz/verification/contract';
import { useTexts } from '../../shared/texts';
import { ErrorSummary } from '../../shared/ui';
import { verifyTexts } from './texts';
import classes from './verify.module.css';

export function QuestionForm({ number, onAsk }: { number: string; onAsk: (question: VerificationQuestion) => void }) {
  const t = useTexts(verifyTexts);
  const [attempt, setAttempt] = useState(0);
  const form = useForm({
    initialValues: { number, name: '' },
    validate: {
      number: (value) => (value.trim() === '' ? t('needNumber') : null),
      name: (value) => (value.trim() === '' ? t('needName') : null),
    },
  });
  const errors = Object.entries(form.errors).map(([field, message]) => ({
    field: `verify-${field}`,
    message: String(message),
  }));
  const submit = form.onSubmit(
    (values) => onAsk({ number: values.number.trim(), name: values.name.trim() }),
    () => setAttempt((count) => count + 1),
  );
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} attempt={attempt} />
      <TextInput
        id="verify-number"
        label={t('number')}
        description={t('numberHint')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        {...form.getInputProps('number')}
      />
      <TextInput
        id="verify-name"
        label={t('name')}
        description={t('nameHint')}
        autoComplete="off"
        maxLength={80}
        {...form.getInputProps('name')}
      />
      <Button type="submit">{t('check')}</Button>
    </form>
  );
}
