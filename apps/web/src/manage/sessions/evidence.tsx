import { useState } from 'react';
import { Button, Popover } from '@mantine/core';
import { INTEGRITY_KINDS, type IntegrityKind, type LiveAttempt } from '@hz/delivery/contract';
import { useTexts } from '../../shared/texts';
import { Badge } from '../../shared/ui';
import { sessionTexts } from './texts';

const WORDS = {
  'left-window': 'leftWindow',
  pasted: 'pasted',
  copied: 'copied',
  offline: 'offline',
  'second-tab': 'secondTab',
  'left-full-screen': 'leftFullScreen',
} as const satisfies Record<IntegrityKind, string>;

/** A counter of evidence to open. What came since it was last opened is said in a word; the row does not move. */
export function Evidence({ row, total }: { row: LiveAttempt; total: number }) {
  const t = useTexts(sessionTexts);
  const [seen, setSeen] = useState(total);
  const fresh = Math.max(0, total - seen);
  if (total === 0) return <span className="hz-soft">0</span>;
  const kinds = INTEGRITY_KINDS.filter((kind) => (row.evidence[kind] ?? 0) > 0);
  return (
    <Popover position="bottom-end" withArrow trapFocus returnFocus onClose={() => setSeen(total)}>
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('evidenceFor', { name: row.name, count: total })}
          rightSection={fresh > 0 ? <Badge tone="amber">{t('newSince', { count: fresh })}</Badge> : undefined}
        >
          {total}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('evidence')}>
        <p style={{ margin: 0, fontSize: 14 }} className="hz-soft">
          {t('evidenceNote')}
        </p>
        <ul style={{ margin: '4px 0 0', paddingInlineStart: 20 }}>
          {kinds.map((kind) => (
            <li key={kind}>
              {t(WORDS[kind])}: <strong>{row.evidence[kind]}</strong>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
