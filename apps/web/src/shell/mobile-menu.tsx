import { useDisclosure } from '@mantine/hooks';
import { NavLink, useLocation } from 'react-router';
import { Icon } from '../shared/icons';
import type { Me } from '../shared/session/me';
import { useTexts } from '../shared/texts';
import { SidePanel } from '../shared/ui';
import { isExact, type NavigationEntry } from './navigation';
import classes from './shell.module.css';
import { shellTexts } from './texts';

interface Props {
  main: readonly NavigationEntry[];
  manage: readonly NavigationEntry[];
  me: Me | null | undefined;
}

/** The navigation on narrow screens. */
export function MobileMenu({ main, manage, me }: Props) {
  const t = useTexts(shellTexts);
  const [opened, { open, close }] = useDisclosure();
  const { pathname } = useLocation();
  const entry = ({ to, text }: { to: string; text: NavigationEntry['text'] }) => (
    <NavLink key={to} to={to} end={isExact(to, pathname)} className={classes.entry} onClick={close}>
      {t(text)}
    </NavLink>
  );
  return (
    <>
      <button
        type="button"
        className={`${classes.tool} ${classes.narrow}`}
        aria-label={t('openMenu')}
        aria-expanded={opened}
        onClick={open}
      >
        <Icon name="menu" />
      </button>
      <SidePanel opened={opened} onClose={close} title={t('menu')}>
        <nav className={classes.drawer} aria-label={t('navLabel')}>
          {main.map(entry)}
          {manage.length > 0 && <p>{t('navManage')}</p>}
          {manage.map(entry)}
          {me === null && [entry({ to: '/sign-in', text: 'signIn' }), entry({ to: '/sign-up', text: 'signUp' })]}
        </nav>
      </SidePanel>
    </>
  );
}
