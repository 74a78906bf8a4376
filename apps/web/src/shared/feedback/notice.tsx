import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icons';
import classes from './feedback.module.css';

const ICONS = { red: 'alert', amber: 'alert', calm: 'info' } as const satisfies Record<string, IconName>;

interface Props {
  tone: keyof typeof ICONS;
  title: string;
  icon?: IconName;
  /** Read out at once by screen readers. */
  live?: boolean;
  children?: ReactNode;
}

/** A notice in the flow of a page. */
export function Notice({ tone, title, icon, live = false, children }: Props) {
  return (
    <div className={classes.alert} data-tone={tone} {...(live && { role: 'status' })}>
      <Icon name={icon ?? ICONS[tone]} />
      <div className={classes.body}>
        <p className={classes.title}>{title}</p>
        {children}
      </div>
    </div>
  );
}
