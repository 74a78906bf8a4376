import { useState, type FormEvent } from 'react';
import { TextInput } from '@mantine/core';
import { useNavigate } from 'react-router';
import { Icon } from '../shared/icons';
import { useTexts } from '../shared/texts';
import classes from './home.module.css';
import { publicTexts } from './texts';

/** Where somebody with a certificate in hand begins. */
export function VerifyBox() {
  const t = useTexts(publicTexts);
  const navigate = useNavigate();
  const [number, setNumber] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const trimmed = number.trim();
    void navigate(trimmed === '' ? '/verify' : `/verify/${encodeURIComponent(trimmed)}`);
  };
  return (
    <form className={classes.verify} onSubmit={submit}>
      <h2>
        <Icon name="shield" />
        {t('verifyTitle')}
      </h2>
      <p>{t('verifyHint')}</p>
      <TextInput
        label={t('certificateNumber')}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
      />
      <button type="submit" className="hz-button">
        {t('toVerify')}
      </button>
    </form>
  );
}
