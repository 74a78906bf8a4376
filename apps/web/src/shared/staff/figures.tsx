import type { ReactNode } from 'react';
import classes from './staff.module.css';

export interface Figure {
  label: string;
  value: ReactNode;
  note?: ReactNode;
  tone?: 'plain' | 'amber' | 'red';
}

/** Numbers that answer a question at once. */
export function Figures({ rows }: { rows: readonly Figure[] }) {
  return (
    <dl className={classes.figures}>
      {rows.map(({ label, value, note, tone = 'plain' }) => (
        <div key={label} data-tone={tone}>
          <dt>{label}</dt>
          <dd>
            <strong>{value}</strong>
            {note && <span className="hz-soft">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A share as a bar; the number stands beside it. */
export function ShareBar({ value, of }: { value: number; of: number }) {
  return (
    <span className={classes.share} aria-hidden>
      <span style={{ inlineSize: `${of > 0 ? Math.min(100, (value / of) * 100) : 0}%` }} />
    </span>
  );
}
