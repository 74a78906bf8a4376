import { Button, Group } from '@mantine/core';
import type { EducationCase, EducationStatus } from '@hz/certification/contract';
import { useFormat } from '../../shared/format';
import type { IconName } from '../../shared/icons';
import { useLocalized } from '../../shared/localized';
import { staffTexts, type Column } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Badge, type Tone } from '../../shared/ui';
import { educationDeskTexts } from './texts';

/** A decision that is about to be made. */
export interface Deciding {
  readonly record: EducationCase;
  readonly approve: boolean;
}

const LOOK = {
  waiting: ['amber', 'clock'],
  approved: ['calm', 'check-circle'],
  refused: ['plain', 'cross-circle'],
} as const satisfies Record<EducationStatus, [Tone, IconName]>;

export function useEducationColumns(decide: (deciding: Deciding) => void): Column<EducationCase>[] {
  const t = useTexts(educationDeskTexts);
  const staff = useTexts(staffTexts);
  const local = useLocalized();
  const format = useFormat();
  return [
    {
      key: 'holder',
      header: t('holder'),
      heading: true,
      cell: ({ holderName, certification }) => (
        <>
          {holderName}
          <div className="hz-soft">{local(certification)}</div>
        </>
      ),
      text: ({ holderName }) => holderName,
    },
    {
      key: 'what',
      header: t('what'),
      wide: true,
      cell: ({ title, provider }) => (
        <>
          {title}
          <div className="hz-soft">{provider}</div>
        </>
      ),
      text: ({ title, provider }) => `${title} (${provider})`,
    },
    { key: 'hours', header: t('hours'), number: true, cell: ({ hours }) => hours, text: ({ hours }) => hours },
    {
      key: 'day',
      header: t('completedOn'),
      cell: ({ completedOn }) => completedOn,
      text: ({ completedOn }) => completedOn,
    },
    {
      key: 'evidence',
      header: t('evidence'),
      cell: ({ evidence, evidenceLink }) => (
        <>
          {evidence}
          {evidenceLink !== null && (
            <div>
              <a href={evidenceLink} target="_blank" rel="noreferrer noopener nofollow">
                {t('openLink')}
              </a>
            </div>
          )}
        </>
      ),
      text: ({ evidence, evidenceLink }) => [evidence, evidenceLink].filter(Boolean).join(' '),
    },
    {
      key: 'handedIn',
      header: t('handedInAt'),
      cell: ({ handedInAt }) => format.instant(handedInAt),
      text: ({ handedInAt }) => format.instant(handedInAt),
    },
    {
      key: 'status',
      header: t('status'),
      cell: ({ status, decisionReason }) => (
        <>
          <Badge tone={LOOK[status][0]} icon={LOOK[status][1]}>
            {t(status)}
          </Badge>
          {decisionReason !== null && <div className="hz-soft">{decisionReason}</div>}
        </>
      ),
      text: ({ status, decisionReason }) => [t(status), decisionReason].filter(Boolean).join(' '),
    },
    { key: 'actions', header: staff('actions'), cell: (row) => <Actions record={row} decide={decide} /> },
  ];
}

function Actions({ record, decide }: { record: EducationCase; decide: (deciding: Deciding) => void }) {
  const t = useTexts(educationDeskTexts);
  if (record.status !== 'waiting') return '–';
  const { holderName: name, title } = record;
  return (
    <Group gap="xs" wrap="nowrap">
      {[true, false].map((approve) => (
        <Button
          key={String(approve)}
          variant="default"
          size="compact-md"
          aria-label={t(approve ? 'approveFor' : 'refuseFor', { name, title })}
          onClick={() => decide({ record, approve })}
        >
          {t(approve ? 'approve' : 'refuse')}
        </Button>
      ))}
    </Group>
  );
}
