import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icons';
import classes from './badge.module.css';

export type Tone = 'calm' | 'plain' | 'amber' | 'red';

/** A state in a word, with its icon: the colour alone says nothing. */
export function Badge({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {icon && <Icon name={icon} size={15} />}
      {children}
    </span>
  );
}
