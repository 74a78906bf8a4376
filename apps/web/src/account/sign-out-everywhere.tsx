import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from '../shared/api/client';
import { renewMe } from '../shared/session/me';
import { useTexts } from '../shared/texts';
import { Card } from '../shared/ui';
import classes from './account.module.css';
import { useSending } from './form';
import { SendingProblem } from './sending-problem';
import { accountTexts } from './texts';

export function SignOutEverywhere() {
  const t = useTexts(accountTexts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const sending = useSending<void>(async () => {
    await api.POST('/api/v1/me/logins/end-all');
    await renewMe(client);
    await navigate('/sign-in');
  });
  return (
    <Card>
      <div className={classes.form}>
        <p style={{ margin: 0 }}>{t('everywhereLead')}</p>
        <SendingProblem error={sending.error} />
        <div>
          <Button variant="outline" color="red" loading={sending.sending} onClick={() => sending.run()}>
            {t('everywhere')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
