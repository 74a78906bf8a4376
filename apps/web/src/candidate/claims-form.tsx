import { useState } from 'react';
import { Button, Checkbox, NumberInput, Select } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { EDUCATION_NAMES, EDUCATION_STEPS } from '@hz/competency/contract';
import type { SchemeView } from '../shared/api/types';
import type { SessionView } from '@hz/registration/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../shared/api/client';
import { useLanguage } from '../shared/language';
import { useTexts, type Translate } from '../shared/texts';
import { ErrorSummary } from '../shared/ui';
import { REGISTRATIONS_KEY } from './api';
import classes from './candidate.module.css';
import { CertificateFields } from './certificate-fields';
import { claimsOf, EMPTY_CLAIMS, type ClaimsValues } from './claims';
import { RegistrationRefusal } from './registration-refusal';
import { candidateTexts } from './texts';

/** What the candidate states about herself, the pledge, and the registration itself. */
export function ClaimsForm({ session, scheme }: { session: SessionView; scheme: SchemeView }) {
  const t = useTexts(candidateTexts);
  const client = useQueryClient();
  const [attempt, setAttempt] = useState(0);
  const form = useForm<ClaimsValues>({ initialValues: EMPTY_CLAIMS, validate: (values) => errorsOf(values, t) });
  const registering = useMutation({
    mutationFn: (values: ClaimsValues) =>
      api.POST('/api/v1/sessions/{id}/registrations', {
        params: { path: { id: session.id } },
        body: { pledge: true, claims: claimsOf(values) },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: REGISTRATIONS_KEY });
      await client.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  const summary = Object.entries(form.errors).map(([field, message]) => ({
    field: idOf(field),
    message: String(message),
  }));
  const submit = form.onSubmit(
    (values) => registering.mutate(values),
    () => setAttempt((count) => count + 1),
  );
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <p style={{ margin: 0 }}>{t('claimsLead')}</p>
      <ErrorSummary errors={summary} attempt={attempt} />
      <NumberInput
        id={idOf('yearsOfWork')}
        label={t('yearsOfWork')}
        description={t('yearsHint')}
        min={0}
        max={60}
        step={0.5}
        decimalScale={1}
        hideControls
        inputMode="decimal"
        {...form.getInputProps('yearsOfWork')}
      />
      <EducationFields form={form} />
      <CertificateFields form={form} idOf={idOf} />
      <Checkbox id={idOf('pledge')} label={t('pledge')} {...form.getInputProps('pledge', { type: 'checkbox' })} />
      {registering.error && (
        <RegistrationRefusal
          error={registering.error}
          rule={scheme.body.eligibility}
          claims={claimsOf(registering.variables!)}
        />
      )}
      <div>
        <Button type="submit" loading={registering.isPending}>
          {t('submitRegistration')}
        </Button>
      </div>
    </form>
  );
}

const idOf = (field: string): string => `claims-${field.replaceAll('.', '-')}`;

function EducationFields({ form }: { form: UseFormReturnType<ClaimsValues> }) {
  const t = useTexts(candidateTexts);
  const language = useLanguage();
  const steps = EDUCATION_STEPS.map((step) => ({ value: step as string, label: EDUCATION_NAMES[step][language] }));
  return (
    <>
      <Select
        label={t('education')}
        allowDeselect={false}
        data={[{ value: 'none', label: t('educationNone') }, ...steps]}
        {...form.getInputProps('education')}
      />
      {form.values.education !== 'none' && (
        <div className={classes.checks}>
          <Checkbox label={t('related')} {...form.getInputProps('related', { type: 'checkbox' })} />
          <Checkbox label={t('finalYear')} {...form.getInputProps('finalYear', { type: 'checkbox' })} />
        </div>
      )}
    </>
  );
}

function errorsOf(values: ClaimsValues, t: Translate<typeof candidateTexts.table>): Record<string, string> {
  const errors: Record<string, string> = {};
  const years = Number(values.yearsOfWork);
  if (values.yearsOfWork === '' || !(years >= 0 && years <= 60)) errors['yearsOfWork'] = t('needYears');
  values.certificates.forEach(({ role, issuedOn }, at) => {
    if (role === null) errors[`certificates.${at}.role`] = t('needRole');
    if (issuedOn === '') errors[`certificates.${at}.issuedOn`] = t('needDate');
  });
  if (!values.pledge) errors['pledge'] = t('needPledge');
  return errors;
}
