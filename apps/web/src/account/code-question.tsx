import { useState, type FormEvent } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useTexts } from '../shared/texts';
import classes from './account.module.css';
import { accountTexts } from './texts';

export interface Sending {
  sending: boolean;
  error: unknown;
  run: (code: string) => void;
}

interface Props {
  label: string;
  button: string;
  sending: Sending;
  /** A recovery code will do as well. */
  recovery?: boolean;
}

const DIGITS = 6;

/** Asks for a code of the authenticator. */
export function CodeQuestion({ label, button, sending, recovery = false }: Props) {
  const t = useTexts(accountTexts);
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = code.replace(/\s/g, '');
    const complete = recovery ? given.length >= DIGITS : given.length === DIGITS;
    setMissing(!complete);
    if (complete) sending.run(given);
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        label={label}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={missing ? t('needCode') : null}
        autoComplete="one-time-code"
        inputMode={recovery ? 'text' : 'numeric'}
        maxLength={24}
      />
      <div>
        <Button type="submit" variant={recovery ? 'default' : 'filled'} loading={sending.sending}>
          {button}
        </Button>
      </div>
    </form>
  );
}
