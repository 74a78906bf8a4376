import { useId, useState, type FormEvent } from 'react';
import { Button, Stack, Textarea } from '@mantine/core';
import { ProblemAlert } from '../../shared/feedback';
import { useTexts } from '../../shared/texts';
import { useAppeal } from './api';
import { appealTexts } from './texts';

const LEAST = 10;
const MOST = 4_000;

/** The grounds of an appeal. */
export function AppealForm({ number }: { number: string }) {
  const t = useTexts(appealTexts);
  const field = useId();
  const [grounds, setGrounds] = useState('');
  const [missing, setMissing] = useState(false);
  const appeal = useAppeal(number);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const tooShort = grounds.trim().length < LEAST;
    setMissing(tooShort);
    if (tooShort) document.getElementById(field)?.focus();
    else appeal.mutate(grounds.trim());
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" align="stretch">
        <Textarea
          id={field}
          label={t('grounds')}
          description={t('groundsHint')}
          required
          autosize
          minRows={4}
          maxLength={MOST}
          value={grounds}
          error={missing && t('groundsNeeded')}
          onChange={(event) => setGrounds(event.currentTarget.value)}
        />
        <ProblemAlert error={appeal.error} />
        <div>
          <Button type="submit" loading={appeal.isPending}>
            {t('handIn')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
