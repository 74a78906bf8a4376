import type { SessionGrading } from '@hz/grading/contract';
import { useFormat } from '../../shared/format';
import { useLocalized } from '../../shared/localized';
import { DataTable, plainText } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Section } from '../../shared/ui';
import classes from './sessions.module.css';
import { sessionTexts } from './texts';

type Items = SessionGrading['items'];
type Flag = SessionGrading['flags'][number];

const REASONS = {
  'names-the-author': 'flagNames',
  copied: 'flagCopied',
  'threat-or-distress': 'flagDistress',
  'item-unclear': 'flagUnclear',
  other: 'flagOther',
} as const satisfies Record<Flag['reason'], string>;

export function MarkingByItem({ items }: { items: Items }) {
  const t = useTexts(sessionTexts);
  const local = useLocalized();
  const format = useFormat();
  return (
    <Section title={t('markingByItem')}>
      {items.length === 0 ? (
        <p className="hz-soft">{t('noMarking')}</p>
      ) : (
        <DataTable
          label={t('markingByItem')}
          rows={items}
          rowKey={({ itemVersionId }) => itemVersionId}
          columns={[
            {
              key: 'item',
              header: t('item'),
              heading: true,
              wide: true,
              cell: ({ stem }) => <span className={classes.stem}>{plainText(local(stem))}</span>,
            },
            { key: 'waiting', header: t('waiting'), number: true, cell: ({ waiting }) => waiting },
            { key: 'claimed', header: t('claimed'), number: true, cell: ({ claimed }) => claimed },
            { key: 'marked', header: t('marked'), number: true, cell: ({ marked }) => marked },
            { key: 'skips', header: t('skips'), number: true, cell: ({ skips }) => skips },
            {
              key: 'mean',
              header: t('mean'),
              number: true,
              cell: ({ mean, maxPoints }) =>
                mean === null ? '–' : `${format.points(mean)} / ${format.points(maxPoints)}`,
            },
          ]}
        />
      )}
    </Section>
  );
}

/** What markers showed to the manager: scripts by number, nobody's name. */
export function Flags({ flags, items }: { flags: readonly Flag[]; items: Items }) {
  const t = useTexts(sessionTexts);
  const local = useLocalized();
  const format = useFormat();
  const stemOf = (id: string) => items.find(({ itemVersionId }) => itemVersionId === id)?.stem ?? { zh: '' };
  return (
    <Section title={t('flags')}>
      <DataTable
        label={t('flags')}
        rows={flags}
        rowKey={({ scriptNo, flaggedAt }) => `${scriptNo}-${flaggedAt}`}
        columns={[
          {
            key: 'script',
            header: t('script'),
            heading: true,
            cell: ({ scriptNo }) => <span style={{ whiteSpace: 'nowrap' }}>{scriptNo}</span>,
          },
          { key: 'reason', header: t('flagReason'), cell: ({ reason }) => t(REASONS[reason]) },
          { key: 'note', header: t('note'), wide: true, cell: ({ note }) => note },
          {
            key: 'item',
            header: t('item'),
            wide: true,
            cell: ({ itemVersionId }) => (
              <span className={classes.stem}>{plainText(local(stemOf(itemVersionId)))}</span>
            ),
          },
          { key: 'at', header: t('flaggedAt'), cell: ({ flaggedAt }) => format.instant(flaggedAt) },
        ]}
      />
    </Section>
  );
}
