import { Button, Group } from '@mantine/core';
import type { LateAnswer } from '@hz/delivery/contract';
import type { Column } from '../../shared/staff';
import { Badge } from '../../shared/ui';
import classes from './late.module.css';
import { toneOf, useLateWords } from './words';

export interface Choice {
  readonly row: LateAnswer;
  readonly accept: boolean;
}

interface Options {
  /** Null where this person decides nothing, or nothing can be decided any more. */
  readonly choose: ((choice: Choice) => void) | null;
}

export function useLateColumns({ choose }: Options): Column<LateAnswer>[] {
  const { t, format, time, value, why, state, source } = useLateWords();
  const decision = ({ decision: made }: LateAnswer) =>
    made === null ? '' : t('decidedBy', { name: made.by, at: format.instant(made.at), reason: made.reason });
  const now = ({ saved }: LateAnswer) => (saved === null ? t('nothing') : t('instead', { value: value(saved.value) }));
  const text = (column: Omit<Column<LateAnswer>, 'cell'> & { text: (row: LateAnswer) => string | number }) => ({
    ...column,
    cell: column.text,
  });
  return [
    text({ key: 'seat', header: t('seat'), number: true, text: ({ seatNo }) => seatNo }),
    text({ key: 'name', header: t('name'), heading: true, text: ({ name }) => name }),
    text({ key: 'item', header: t('item'), text: ({ itemRef }) => itemRef }),
    {
      key: 'answer',
      header: t('answer'),
      wide: true,
      cell: (row) => (
        <>
          <span className={classes.answer}>{value(row.value)}</span>
          {row.verdict !== 'counts' && row.decision === null && <span className={classes.note}>{now(row)}</span>}
        </>
      ),
      text: (row) => value(row.value),
    },
    text({ key: 'notBefore', header: t('notBefore'), text: (row) => time(row.notBefore) }),
    text({ key: 'claimed', header: t('claimed'), text: (row) => time(row.claimedAt) }),
    text({ key: 'due', header: t('due'), text: (row) => time(row.endsAt) }),
    text({ key: 'received', header: t('received'), text: (row) => time(row.receivedAt) }),
    text({ key: 'source', header: t('source'), text: source }),
    {
      key: 'state',
      header: t('state'),
      cell: (row) => (
        <>
          <Badge tone={toneOf(row)}>{state(row)}</Badge>
          {(row.why !== null || row.decision !== null) && (
            <span className={classes.note}>{row.decision === null ? why(row) : decision(row)}</span>
          )}
          <Deciding row={row} choose={choose} />
        </>
      ),
      text: (row) => [state(row), why(row), decision(row)].filter((part) => part !== '').join(' · '),
    },
  ];
}

function Deciding({ row, choose }: { row: LateAnswer } & Options) {
  const { t } = useLateWords();
  if (choose === null || row.decision !== null || row.verdict === 'counts') return null;
  if (!row.isClosed) return <span className={classes.note}>{t('notYet')}</span>;
  const label = (deed: string) => `${deed}: ${row.name}, ${row.itemRef}`;
  return (
    <Group gap="xs" mt={4} className="hz-no-print">
      <Button size="compact-sm" aria-label={label(t('accept'))} onClick={() => choose({ row, accept: true })}>
        {t('accept')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={label(t('decline'))}
        onClick={() => choose({ row, accept: false })}
      >
        {t('decline')}
      </Button>
    </Group>
  );
}
