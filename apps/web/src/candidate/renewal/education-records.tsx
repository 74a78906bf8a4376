import type { EducationRecordView, EducationStatus } from '@hz/certification/contract';
import type { IconName } from '../../shared/icons';
import { DataTable, type Column } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Badge, type Tone } from '../../shared/ui';
import { renewalTexts } from './texts';

const LOOK = {
  waiting: ['plain', 'clock'],
  approved: ['calm', 'check-circle'],
  refused: ['amber', 'cross-circle'],
} as const satisfies Record<EducationStatus, [Tone, IconName]>;

/** What was handed in, and what became of it. */
export function EducationRecords({ records }: { records: readonly EducationRecordView[] }) {
  const t = useTexts(renewalTexts);
  const columns: Column<EducationRecordView>[] = [
    { key: 'title', header: t('title'), heading: true, wide: true, cell: ({ title }) => title },
    { key: 'provider', header: t('provider'), cell: ({ provider }) => provider },
    { key: 'hours', header: t('hoursShort'), number: true, cell: ({ hours }) => hours },
    { key: 'day', header: t('completedOn'), cell: ({ completedOn }) => completedOn },
    {
      key: 'state',
      header: t('state'),
      cell: ({ status, decisionReason, countedIn }) => (
        <>
          <Badge tone={LOOK[status][0]} icon={LOOK[status][1]}>
            {t(status)}
          </Badge>
          {decisionReason !== null && <div className="hz-soft">{decisionReason}</div>}
          {countedIn !== null && <div className="hz-soft">{t('counted', { number: countedIn })}</div>}
        </>
      ),
    },
  ];
  if (records.length === 0) return <p className="hz-soft">{t('noRecords')}</p>;
  return <DataTable label={t('records')} columns={columns} rows={records} rowKey={({ id }) => id} />;
}
