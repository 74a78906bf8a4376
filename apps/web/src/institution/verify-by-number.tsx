import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useNavigate } from 'react-router';
import { useTexts } from '../shared/texts';
import { Card } from '../shared/ui';
import { institutionTexts } from './texts';

/** The public check, started with a number. */
export function VerifyByNumber() {
  const t = useTexts(institutionTexts);
  const navigate = useNavigate();
  const [number, setNumber] = useState('');
  const [tried, setTried] = useState(false);
  const missing = number.trim() === '';
  return (
    <Card>
      <form
        noValidate
        style={{ display: 'grid', gap: 16, maxWidth: 480 }}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!missing) void navigate(`/verify/${encodeURIComponent(number.trim())}`);
        }}
      >
        <p style={{ margin: 0 }}>{t('verifyLead')}</p>
        <TextInput
          label={t('number')}
          required
          autoCapitalize="characters"
          autoComplete="off"
          value={number}
          error={tried && missing && t('needNumber')}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <div>
          <Button type="submit">{t('verify')}</Button>
        </div>
      </form>
    </Card>
  );
}
