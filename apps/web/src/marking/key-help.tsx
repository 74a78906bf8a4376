import { Switch } from '@mantine/core';
import { useTexts } from '../shared/texts';
import classes from './marking.module.css';
import { markingTexts } from './texts';

const KEYS = [
  ['1–9', 'keyLevel'],
  ['↑ ↓', 'keyMove'],
  ['Enter', 'keySubmit'],
  ['S', 'skip'],
  ['F', 'flag'],
  ['U', 'undo'],
  ['C', 'keyComment'],
  ['E', 'keyExemplar'],
  ['?', 'keyHelp'],
] as const;

interface Props {
  open: boolean;
  onToggle: () => void;
  on: boolean;
  onChoose: (on: boolean) => void;
}

/** The keys of the desk, and the switch that turns them off. */
export function KeyHelp({ open, onToggle, on, onChoose }: Props) {
  const t = useTexts(markingTexts);
  return (
    <div className={classes.keys}>
      <button type="button" className="hz-button" aria-expanded={open} onClick={onToggle}>
        {t('keys')} <kbd>?</kbd>
      </button>
      {open && (
        <div className={classes.keyList}>
          <dl>
            {KEYS.map(([key, text]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{t(text)}</dd>
              </div>
            ))}
          </dl>
          <Switch
            size="md"
            label={t('keysOn')}
            checked={on}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        </div>
      )}
    </div>
  );
}
