import { useState, type FormEvent } from 'react';
import { Button, TextInput } from '@mantine/core';
import type { Me } from '@hz/identity/contract';
import { useQueryClient } from '@tanstack/react-query';
import { request } from '../shared/api/client';
import { Notice } from '../shared/feedback';
import { ME_KEY } from '../shared/session/me';
import { useTexts } from '../shared/texts';
import { Card } from '../shared/ui';
import { QrCode } from '../shared/qr-code';
import classes from './account.module.css';
import { useSending } from './form';
import { SendingProblem } from './sending-problem';
import { accountTexts } from './texts';

interface SetUp {
  uri: string;
  secret: string;
}

/** The authenticator: off, being set up, on. */
export function SecondFactorCard({ me }: { me: Me }) {
  const t = useTexts(accountTexts);
  const client = useQueryClient();
  const [setUp, setSetUp] = useState<SetUp | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const begin = useSending<void>(async () => setSetUp(await request<SetUp>('/api/v1/me/totp', { method: 'POST' })));
  const confirm = useSending<string>(async (code) => {
    const reply = await request<{ codes: string[] }>('/api/v1/me/totp/confirmation', {
      method: 'POST',
      body: { code },
    });
    setCodes(reply.codes);
    setSetUp(null);
    await client.invalidateQueries({ queryKey: ME_KEY });
  });
  const on = me.secondFactor.confirmed;
  return (
    <Card>
      <div className={classes.form}>
        <p style={{ margin: 0 }}>{t(on ? 'secondFactorOn' : 'secondFactorOff')}</p>
        <SendingProblem error={begin.error} />
        {codes !== null && (
          <Notice tone="amber" title={t('recoveryTitle')} live>
            <p>{t('recovery')}</p>
            <ul className={classes.codes}>
              {codes.map((code) => (
                <li key={code}>{code}</li>
              ))}
            </ul>
          </Notice>
        )}
        {setUp !== null && <Confirmation setUp={setUp} sending={confirm} />}
        {setUp === null && (
          <div>
            <Button variant={on ? 'default' : 'filled'} loading={begin.sending} onClick={() => begin.run()}>
              {t(on ? 'setUpAgain' : 'setUp')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

interface ConfirmationProps {
  setUp: SetUp;
  sending: { sending: boolean; error: unknown; run: (code: string) => void };
}

function Confirmation({ setUp, sending }: ConfirmationProps) {
  const t = useTexts(accountTexts);
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const digits = code.replace(/\s/g, '');
    setMissing(digits.length !== 6);
    if (digits.length === 6) sending.run(digits);
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <p style={{ margin: 0 }}>{t('scan')}</p>
      <QrCode text={setUp.uri} label={t('qrAlt')} className={classes.qr} />
      <code className={classes.secret}>{setUp.secret}</code>
      <SendingProblem error={sending.error} />
      <TextInput
        label={t('code')}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={missing ? t('needCode') : null}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={7}
      />
      <div>
        <Button type="submit" loading={sending.sending}>
          {t('confirm')}
        </Button>
      </div>
    </form>
  );
}
