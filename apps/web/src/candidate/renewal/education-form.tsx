import { useState } from 'react';
import { Button, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ProblemAlert } from '../../shared/feedback';
import { useTexts, type Translate } from '../../shared/texts';
import { ErrorSummary } from '../../shared/ui';
import classes from '../candidate.module.css';
import { useHandIn } from './api';
import { educationErrors, educationOf, EMPTY_EDUCATION, type EducationValues } from './education';
import { renewalTexts } from './texts';

const idOf = (field: string): string => `education-${field}`;

/** Continuing education that counts for the renewal once it is approved. */
export function EducationForm({ number }: { number: string }) {
  const t = useTexts(renewalTexts);
  const [attempt, setAttempt] = useState(0);
  const form = useForm<EducationValues>({
    initialValues: EMPTY_EDUCATION,
    validate: (values) => wordsOf(educationErrors(values, new Date()), t),
  });
  const handIn = useHandIn(number);
  const submit = form.onSubmit(
    (values) => handIn.mutate(educationOf(values), { onSuccess: () => form.reset() }),
    () => setAttempt((count) => count + 1),
  );
  const summary = Object.entries(form.errors).map(([field, message]) => ({
    field: idOf(field),
    message: String(message),
  }));
  const field = (name: keyof EducationValues) => ({
    id: idOf(name),
    label: t(LABELS[name]),
    ...form.getInputProps(name),
  });
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <ErrorSummary errors={summary} attempt={attempt} />
      <TextInput required maxLength={200} {...field('title')} />
      <TextInput required maxLength={200} {...field('provider')} />
      <NumberInput
        required
        min={1}
        max={500}
        allowDecimal={false}
        hideControls
        inputMode="numeric"
        {...field('hours')}
      />
      <TextInput required type="date" {...field('completedOn')} />
      <Textarea
        required
        autosize
        minRows={2}
        maxLength={2_000}
        description={t('evidenceHint')}
        {...field('evidence')}
      />
      <TextInput type="url" maxLength={500} description={t('evidenceLinkHint')} {...field('evidenceLink')} />
      <ProblemAlert error={handIn.error} />
      <div>
        <Button type="submit" loading={handIn.isPending}>
          {t('submit')}
        </Button>
      </div>
    </form>
  );
}

const LABELS = {
  title: 'title',
  provider: 'provider',
  hours: 'hoursShort',
  completedOn: 'completedOn',
  evidence: 'evidence',
  evidenceLink: 'evidenceLink',
} as const satisfies Record<keyof EducationValues, keyof typeof renewalTexts.table>;

function wordsOf(
  errors: ReturnType<typeof educationErrors>,
  t: Translate<typeof renewalTexts.table>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([field, code]) => [field, t(code)]));
}
