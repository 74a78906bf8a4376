import { Menu } from '@mantine/core';
import { setColours, useColours } from '../shared/colours';
import { Icon } from '../shared/icons';
import { useTexts } from '../shared/texts';
import classes from './shell.module.css';
import { shellTexts } from './texts';

const CHOICES = [
  { value: 'light', text: 'coloursLight', icon: 'sun' },
  { value: 'dark', text: 'coloursDark', icon: 'moon' },
  { value: 'auto', text: 'coloursAuto', icon: 'system' },
] as const;

export function ColoursMenu() {
  const t = useTexts(shellTexts);
  const { chosen, shown } = useColours();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={classes.tool} aria-label={t('colours')}>
          <Icon name={shown === 'dark' ? 'moon' : 'sun'} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {CHOICES.map(({ value, text, icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon name={icon} size={18} />}
            rightSection={chosen === value ? <Icon name="check" size={16} label="✓" /> : null}
            onClick={() => setColours(value)}
          >
            {t(text)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
