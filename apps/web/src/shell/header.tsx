import { Menu } from '@mantine/core';
import { Link, NavLink, useLocation } from 'react-router';
import { Icon } from '../shared/icons';
import type { Me } from '../shared/session/me';
import { commonTexts, useTexts } from '../shared/texts';
import { AccountMenu } from './account-menu';
import { ColoursMenu } from './colours-menu';
import { LanguageSwitch } from './language-switch';
import { MobileMenu } from './mobile-menu';
import { isExact, navigationFor, type NavigationEntry } from './navigation';
import classes from './shell.module.css';
import { shellTexts } from './texts';

export function Header({ me }: { me: Me | null | undefined }) {
  const t = useTexts(shellTexts);
  const { main, manage } = navigationFor(me?.roles ?? []);
  const { pathname } = useLocation();
  return (
    <header className={classes.header}>
      <div className={classes.bar}>
        <MobileMenu main={main} manage={manage} me={me} />
        <Brand />
        <nav className={classes.links} aria-label={t('navLabel')}>
          {main.map(({ to, text }) => (
            <NavLink key={to} to={to} end={isExact(to, pathname)} className={classes.link}>
              {t(text)}
            </NavLink>
          ))}
          {manage.length > 0 && <ManageMenu entries={manage} />}
        </nav>
        <div className={classes.tools}>
          <LanguageSwitch />
          <ColoursMenu />
          <AccountMenu me={me} />
        </div>
      </div>
    </header>
  );
}

function Brand() {
  const product = useTexts(commonTexts)('product');
  return (
    <Link to="/" className={classes.brand}>
      <span className={classes.mark}>
        <Icon name="scale" size={20} />
      </span>
      <span className={classes.product}>{product}</span>
    </Link>
  );
}

function ManageMenu({ entries }: { entries: readonly NavigationEntry[] }) {
  const t = useTexts(shellTexts);
  const { pathname } = useLocation();
  const current = pathname.startsWith('/manage');
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={classes.link} {...(current && { 'data-current': true })}>
          {t('navManage')}
          <Icon name="down" size={16} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {entries.map(({ to, text }) => (
          <Menu.Item key={to} component={Link} to={to}>
            {t(text)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
