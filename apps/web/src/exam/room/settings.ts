import { useState } from 'react';

export const ZOOMS = [1, 1.25, 1.5, 1.75, 2] as const;

export interface RoomSettings {
  readonly zoom: number;
  readonly contrast: boolean;
  /** Shortcuts of one letter can be turned off (WCAG 2.1.4). */
  readonly singleKeys: boolean;
}

const KEY = 'hz-exam-room';
const PLAIN: RoomSettings = { zoom: 1, contrast: false, singleKeys: true };

function stored(): RoomSettings {
  try {
    return { ...PLAIN, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<RoomSettings>) };
  } catch {
    return PLAIN;
  }
}

/** How the room looks for this person, on this device. */
export function useRoomSettings(): [RoomSettings, (change: Partial<RoomSettings>) => void] {
  const [settings, setSettings] = useState(stored);
  const change = (part: Partial<RoomSettings>) => {
    const next = { ...settings, ...part };
    setSettings(next);
    try {
      localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // Without storage the choice holds until the page is closed.
    }
  };
  return [settings, change];
}
