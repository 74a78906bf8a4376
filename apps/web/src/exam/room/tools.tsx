import { useEffect, useState } from 'react';
import { setColours, useColours, type Colours } from '../../shared/colours';
import { Icon } from '../../shared/icons';
import { setLanguage, useLanguage } from '../../shared/language';
import { useTexts } from '../../shared/texts';
import classes from './tools.module.css';
import { useEngine } from './room-context';
import { ZOOMS, type RoomSettings } from './settings';
import { Sheet } from './sheet';
import { roomTexts } from './texts';

export type Tool = 'display' | 'notes' | 'help' | 'map';

/** The buttons of the tools; the language switch keeps the place. */
export function ToolButtons({ onOpen }: { onOpen: (tool: Tool) => void }) {
  const t = useTexts(roomTexts);
  const language = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <>
      <button
        type="button"
        className={classes.tool}
        lang={other === 'en' ? 'en' : 'zh-CN'}
        aria-label={other === 'en' ? 'English' : '中文'}
        onClick={() => setLanguage(other)}
      >
        {other === 'en' ? 'EN' : '中'}
      </button>
      <button
        type="button"
        className={classes.tool}
        aria-label={t('display')}
        title={t('display')}
        onClick={() => onOpen('display')}
      >
        Aa
      </button>
      <button
        type="button"
        className={classes.tool}
        aria-label={t('notes')}
        title={t('notes')}
        onClick={() => onOpen('notes')}
      >
        <PenIcon />
      </button>
      <button
        type="button"
        className={classes.tool}
        aria-label={t('help')}
        title={t('help')}
        onClick={() => onOpen('help')}
      >
        <Icon name="question" />
      </button>
    </>
  );
}

function PenIcon() {
  return (
    <svg width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={1.75} aria-hidden>
      <path
        d="m4 20 1-4.5L16.5 4a2 2 0 0 1 3 0l.5.5a2 2 0 0 1 0 3L8.5 19 4 20ZM14.5 6l3.5 3.5"
        strokeLinejoin="round"
      />
    </svg>
  );
}

interface SettingsProps {
  settings: RoomSettings;
  onChange: (change: Partial<RoomSettings>) => void;
  onClose: () => void;
}

const COLOURS: readonly Colours[] = ['auto', 'light', 'dark'];

export function DisplaySheet({ settings, onChange, onClose }: SettingsProps) {
  const t = useTexts(roomTexts);
  const { chosen } = useColours();
  return (
    <Sheet title={t('display')} onClose={onClose}>
      <fieldset className={classes.group}>
        <legend>{t('textSize')}</legend>
        {ZOOMS.map((zoom) => (
          <label key={zoom} className={classes.choice}>
            <input type="radio" name="zoom" checked={settings.zoom === zoom} onChange={() => onChange({ zoom })} />
            <span>{Math.round(zoom * 100)}%</span>
          </label>
        ))}
      </fieldset>
      <fieldset className={classes.group}>
        <legend>{t('colours')}</legend>
        {COLOURS.map((colours) => (
          <label key={colours} className={classes.choice}>
            <input type="radio" name="colours" checked={chosen === colours} onChange={() => setColours(colours)} />
            <span>{t(colours)}</span>
          </label>
        ))}
      </fieldset>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={settings.contrast}
          onChange={(event) => onChange({ contrast: event.target.checked })}
        />
        {t('contrast')}
      </label>
    </Sheet>
  );
}

const KEYS = [
  ['A – H', 'keyChoose'],
  ['N / P', 'keyMove'],
  ['F', 'keyFlag'],
  ['M', 'keyMap'],
  ['S', 'keyNotes'],
  ['?', 'keyHelp'],
] as const;

export function HelpSheet({ settings, onChange, onClose }: SettingsProps) {
  const t = useTexts(roomTexts);
  return (
    <Sheet title={t('help')} onClose={onClose}>
      <dl className={classes.keys}>
        {KEYS.map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
      <p className="hz-soft">{t('keysInText')}</p>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={settings.singleKeys}
          onChange={(event) => onChange({ singleKeys: event.target.checked })}
        />
        {t('singleKeys')}
      </label>
    </Sheet>
  );
}

const NOTES_MS = 500;

/** Scratch paper of the device; it goes nowhere. */
export function NotesSheet({ onClose }: { onClose: () => void }) {
  const t = useTexts(roomTexts);
  const { journal } = useEngine();
  const [notes, setNotes] = useState(() => journal.notes);
  useEffect(() => {
    const timer = window.setTimeout(() => void journal.remember({ notes }), NOTES_MS);
    return () => {
      window.clearTimeout(timer);
      void journal.remember({ notes });
    };
  }, [journal, notes]);
  return (
    <Sheet title={t('notes')} place="side" onClose={onClose}>
      <p className="hz-soft" id="notes-hint">
        {t('notesHint')}
      </p>
      <textarea
        className={classes.notes}
        aria-label={t('notes')}
        aria-describedby="notes-hint"
        value={notes}
        maxLength={20_000}
        onChange={(event) => setNotes(event.target.value)}
      />
    </Sheet>
  );
}
