import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icons';
import classes from './feedback.module.css';

interface Props {
  title: string;
  /** What to do about it. */
  hint?: string;
  icon?: IconName;
  level?: 1 | 2 | 3;
  children?: ReactNode;
}

/** Nothing is here yet, and what to do. */
export function EmptyState({ title, hint, icon = 'inbox', level = 2, children }: Props) {
  const Heading = `h${level}` as const;
  return (
    <div className={classes.state}>
      <Icon name={icon} size={28} />
      <Heading>{title}</Heading>
      {hint && <p>{hint}</p>}
      {children && <div className={classes.actions}>{children}</div>}
    </div>
  );
}
