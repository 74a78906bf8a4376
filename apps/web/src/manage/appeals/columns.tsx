import { Button, Group } from '@mantine/core';
import type { AppealCase, AppealStatus } from '@hz/certification/contract';
import { Link } from 'react-router';
import { useFormat } from '../../shared/format';
import type { IconName } from '../../shared/icons';
import { useLocalized } from '../../shared/localized';
import { useMe } from '../../shared/session/me';
import { staffTexts, type Column } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Badge, type Tone } from '../../shared/ui';
import { appealDeskTexts } from './texts';

/** A decision that is about to be made. */
export interface Deciding {
  readonly appeal: AppealCase;
  readonly uphold: boolean;
}

const LOOK = {
  open: ['amber', 'clock'],
  upheld: ['calm', 'check-circle'],
  refused: ['plain', 'info'],
} as const satisfies Record<AppealStatus, [Tone, IconName]>;

export function useAppealColumns(decide: (deciding: Deciding) => void): Column<AppealCase>[] {
  const t = useTexts(appealDeskTexts);
  const staff = useTexts(staffTexts);
  const local = useLocalized();
  const format = useFormat();
  const linkTo = (number: string) => `/manage/certificates/${encodeURIComponent(number)}`;
  return [
    {
      key: 'number',
      header: t('number'),
      heading: true,
      cell: ({ number }) => <Link to={linkTo(number)}>{number}</Link>,
      text: ({ number }) => number,
    },
    {
      key: 'holder',
      header: t('holder'),
      cell: ({ holderName, certification }) => (
        <>
          {holderName}
          <div className="hz-soft">{local(certification)}</div>
        </>
      ),
      text: ({ holderName }) => holderName,
    },
    {
      key: 'revocation',
      header: t('revocation'),
      cell: ({ revokedReason, revokedAt }) => (
        <>
          {revokedReason}
          {revokedAt !== null && <div className="hz-soft">{format.instant(revokedAt)}</div>}
        </>
      ),
      text: ({ revokedReason }) => revokedReason ?? '',
    },
    {
      key: 'grounds',
      header: t('grounds'),
      wide: true,
      cell: ({ grounds }) => <span style={{ whiteSpace: 'pre-line' }}>{grounds}</span>,
      text: ({ grounds }) => grounds,
    },
    {
      key: 'filed',
      header: t('filedAt'),
      cell: ({ filedAt }) => format.instant(filedAt),
      text: ({ filedAt }) => format.instant(filedAt),
    },
    {
      key: 'status',
      header: t('status'),
      cell: ({ status, decisionReason, newNumber }) => (
        <>
          <Badge tone={LOOK[status][0]} icon={LOOK[status][1]}>
            {t(status)}
          </Badge>
          {decisionReason !== null && <div className="hz-soft">{decisionReason}</div>}
          {newNumber !== null && <Link to={linkTo(newNumber)}>{t('newNumber', { number: newNumber })}</Link>}
        </>
      ),
      text: ({ status, decisionReason }) => [t(status), decisionReason].filter(Boolean).join(' '),
    },
    { key: 'actions', header: staff('actions'), cell: (row) => <Actions appeal={row} decide={decide} /> },
  ];
}

function Actions({ appeal, decide }: { appeal: AppealCase; decide: (deciding: Deciding) => void }) {
  const t = useTexts(appealDeskTexts);
  const { me } = useMe();
  const { status, mayDecide, number } = appeal;
  if (status !== 'open' || !me?.roles.some((role) => role === 'exam-manager' || role === 'administrator')) return '–';
  if (!mayDecide) return <span className="hz-soft">{t('ownRevocation')}</span>;
  return (
    <Group gap="xs" wrap="nowrap">
      {[true, false].map((uphold) => (
        <Button
          key={String(uphold)}
          variant="default"
          size="compact-md"
          aria-label={t(uphold ? 'upholdFor' : 'refuseFor', { number })}
          onClick={() => decide({ appeal, uphold })}
        >
          {t(uphold ? 'uphold' : 'refuse')}
        </Button>
      ))}
    </Group>
  );
}
