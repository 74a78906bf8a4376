import type { CSSProperties, ReactNode } from 'react';
import classes from './room.module.css';
import type { RoomSettings } from './settings';

/** The paper that the room stands on, in the size and contrast of this person. */
export function RoomFrame({
  settings,
  children,
}: {
  settings: Pick<RoomSettings, 'zoom' | 'contrast'>;
  children: ReactNode;
}) {
  const style = { '--exam-zoom': settings.zoom } as CSSProperties;
  return (
    <div className={classes.room} style={style} data-contrast={settings.contrast ? 'more' : undefined}>
      {children}
    </div>
  );
}
