import { useState } from 'react';
import { Button } from '@mantine/core';
import type { RenewalObstacle, RenewalView } from '@hz/certification/contract';
import { Link } from 'react-router';
import { Notice } from '../../shared/feedback';
import { useFormat } from '../../shared/format';
import { DeedDialog } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { useRenew } from './api';
import { renewalTexts } from './texts';

const WORDS = {
  'not-in-force': 'not-in-force',
  'too-early': 'too-early',
  'too-late': 'too-late',
  hours: 'hours-obstacle',
  delta: 'delta-obstacle',
  'in-the-making': 'in-the-making',
} as const satisfies Record<RenewalObstacle, keyof typeof renewalTexts.table>;

/** Whether the registration can be renewed now, why not, and what became of it. */
export function RenewNow({ view: { number, obstacles, renewedAs, renewedUntil } }: { view: RenewalView }) {
  const t = useTexts(renewalTexts);
  const format = useFormat();
  const renew = useRenew(number);
  const [asking, setAsking] = useState(false);
  if (renewedAs !== null) {
    return (
      <Notice tone="calm" icon="check-circle" title={t('renewedAs')}>
        <p>
          {t('renewedAsHint')} <Link to={`/my/certificates/${encodeURIComponent(renewedAs)}`}>{renewedAs}</Link>
        </p>
      </Notice>
    );
  }
  if (obstacles.length > 0) {
    return (
      <Notice tone="amber" icon="info" title={t('notYet')}>
        <ul>
          {obstacles.map((obstacle) => (
            <li key={obstacle}>{t(WORDS[obstacle])}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  return (
    <Notice tone="calm" icon="check-circle" title={t('ready')}>
      <Button onClick={() => setAsking(true)}>{t('renew')}</Button>
      <DeedDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('renewTitle', { number })}
        confirm={t('renew')}
        run={renew}
      >
        {t('renewText', { until: format.instant(renewedUntil, { day: true }) })}
      </DeedDialog>
    </Notice>
  );
}
