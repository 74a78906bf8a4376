import { useState } from 'react';
import { Button } from '@mantine/core';
import type { Me } from '@hz/identity/contract';
import { useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../shared/api/client';
import { Notice } from '../shared/feedback';
import { ME_KEY } from '../shared/session/me';
import { useTexts } from '../shared/texts';
import { Card } from '../shared/ui';
import { QrCode } from '../shared/qr-code';
import classes from './account.module.css';
import { CodeQuestion, type Sending } from './code-question';
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
  const begin = useSending<string | undefined>(async (code) => {
    setSetUp(await dataOf(api.POST('/api/v1/me/totp', { body: code === undefined ? {} : { code } })));
  });
  const confirm = useSending<string>(async (code) => {
    const reply = await dataOf(api.POST('/api/v1/me/totp/confirmation', { body: { code } }));
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
        {setUp === null && on && (
          <CodeQuestion label={t('currentCode')} button={t('setUpAgain')} sending={begin} recovery />
        )}
        {setUp === null && !on && (
          <div>
            <Button loading={begin.sending} onClick={() => begin.run(undefined)}>
              {t('setUp')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

function Confirmation({ setUp, sending }: { setUp: SetUp; sending: Sending }) {
  const t = useTexts(accountTexts);
  return (
    <div className={classes.form}>
      <p style={{ margin: 0 }}>{t('scan')}</p>
      <QrCode text={setUp.uri} label={t('qrAlt')} className={classes.qr} />
      <code className={classes.secret}>{setUp.secret}</code>
      <SendingProblem error={sending.error} />
      <CodeQuestion label={t('code')} button={t('confirm')} sending={sending} />
    </div>
  );
}
