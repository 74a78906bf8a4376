import { useState } from 'react';
import { Button, Group, NumberInput, Stack } from '@mantine/core';
import type { AccountRowView } from '@hz/identity/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api/client';
import type { Schema } from '../../shared/api/types';
import { ProblemAlert } from '../../shared/feedback';
import { useTexts } from '../../shared/texts';
import { peopleTexts } from './texts';

const MAX = { extraTimePercent: 300, breakMinutes: 480 } as const;
const LABELS = { extraTimePercent: 'extraTime', breakMinutes: 'breaks' } as const;
type Field = keyof typeof MAX;

export function AccommodationForm({ person }: { person: AccountRowView }) {
  const t = useTexts(peopleTexts);
  const client = useQueryClient();
  const [values, setValues] = useState<Record<Field, number | ''>>(person.accommodation);
  const [tried, setTried] = useState(false);
  const saving = useMutation({
    mutationFn: (body: Schema<'AccommodationInput'>) =>
      api.PUT('/api/v1/people/{id}/accommodation', { params: { path: { id: person.personId } }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  });
  const numbers = numbersOf(values);
  const input = (field: Field) => (
    <NumberInput
      label={t(LABELS[field])}
      min={0}
      max={MAX[field]}
      allowDecimal={false}
      clampBehavior="none"
      value={values[field]}
      error={tried && numbers[field] === null ? t('needNumber', { min: 0, max: MAX[field] }) : null}
      onChange={(value) => setValues({ ...values, [field]: value === '' ? '' : Number(value) })}
    />
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const { extraTimePercent, breakMinutes } = numbers;
        if (extraTimePercent !== null && breakMinutes !== null) saving.mutate({ extraTimePercent, breakMinutes });
      }}
    >
      <Stack gap="md">
        <h2 style={{ margin: 0, fontSize: 18 }}>{t('accommodationPart')}</h2>
        <p className="hz-soft" style={{ margin: 0 }}>
          {t('accommodationHint')}
        </p>
        <Group align="flex-start" grow>
          {input('extraTimePercent')}
          {input('breakMinutes')}
        </Group>
        <ProblemAlert error={saving.error} />
        <Group>
          <Button type="submit" loading={saving.isPending}>
            {t('saveAccommodation')}
          </Button>
          <span role="status">{saving.isSuccess ? t('saved') : ''}</span>
        </Group>
      </Stack>
    </form>
  );
}

/** The numbers that were typed; null where it is none that may be granted. */
function numbersOf(values: Record<Field, number | ''>): Record<Field, number | null> {
  const numberOf = (field: Field) => {
    const value = values[field];
    return value !== '' && Number.isInteger(value) && value >= 0 && value <= MAX[field] ? value : null;
  };
  return { extraTimePercent: numberOf('extraTimePercent'), breakMinutes: numberOf('breakMinutes') };
}
