import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from '../icons';
import { usePageTitle } from '../page-title';
import classes from './page.module.css';

interface PageProps {
  title: string;
  lead?: ReactNode;
  back?: { to: string; text: string };
  actions?: ReactNode;
  width?: 'page' | 'reading' | 'form' | 'wide';
  children: ReactNode;
}

/** A page with its heading, the way back and its actions. */
export function Page({ title, lead, back, actions, width = 'page', children }: PageProps) {
  usePageTitle(title);
  return (
    <div className={classes.page} data-width={width}>
      <div className={classes.head}>
        <div>
          {back && (
            <Link to={back.to} className={`${classes.back} hz-no-print`}>
              <Icon name="back" size={18} />
              {back.text}
            </Link>
          )}
          <h1>{keepNumbers(title)}</h1>
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions}
      </div>
      {children}
    </div>
  );
}

/** A number stays on the line of the word before it: “level 4”. */
const keepNumbers = (title: string): string => title.replaceAll(/ (?=\d)/g, '\u00a0');

export function Section({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <header>
        <h2>{title}</h2>
        {note && <p>{note}</p>}
      </header>
      {children}
    </section>
  );
}

export function Card({ children }: { children: ReactNode }) {
  return <div className={classes.card}>{children}</div>;
}

/** Names and values. What has no value is left out. */
export function Facts({ rows }: { rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={classes.facts}>
      {rows
        .filter(([, value]) => value !== null && value !== undefined)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** A text that breaks at its spaces alone, as a date should. */
export const whole = (text: string): ReactNode => <span className="hz-whole">{text}</span>;

export function TableFrame({ children, label }: { children: ReactNode; label: string }) {
  return (
    <div className={classes.table} role="region" aria-label={label} tabIndex={0}>
      <table>{children}</table>
    </div>
  );
}
