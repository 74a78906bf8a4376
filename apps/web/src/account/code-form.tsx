import { useState, type FormEvent } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useTexts } from '../shared/texts';
import { Card, Page } from '../shared/ui';
import classes from './account.module.css';
import { SendingProblem } from './sending-problem';
import { accountTexts } from './texts';

interface Props {
  sending: { sending: boolean; error: unknown };
  onCode: (code: string) => void;
  onBack: () => void;
}

/** The second step of signing in. */
export function CodeForm({ sending, onCode, onBack }: Props) {
  const t = useTexts(accountTexts);
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const trimmed = code.replace(/\s/g, '');
    setMissing(trimmed.length < 6);
    if (trimmed.length >= 6) onCode(trimmed);
  };
  return (
    <Page title={t('codeTitle')} width="form">
      <Card>
        <form className={classes.form} onSubmit={submit} noValidate>
          <SendingProblem error={sending.error} />
          <TextInput
            label={t('code')}
            description={t('codeHint')}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={missing ? t('needCode') : null}
            autoComplete="one-time-code"
            inputMode="text"
            maxLength={24}
            autoFocus
          />
          <Button type="submit" loading={sending.sending}>
            {t('signIn')}
          </Button>
        </form>
      </Card>
      <div className={classes.links}>
        <button type="button" className="hz-button" onClick={onBack}>
          {t('otherAccount')}
        </button>
      </div>
    </Page>
  );
}
