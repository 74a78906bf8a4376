import { Menu } from '@mantine/core';
import { Link, useLocation, useNavigate } from 'react-router';
import { Icon } from '../shared/icons';
import { useSignOut, type Me } from '../shared/session/me';
import { useTexts } from '../shared/texts';
import classes from './shell.module.css';
import { shellTexts } from './texts';

/** Signed in: name, profile, sign out. Signed out: the way in, and back to this page afterwards. */
export function AccountMenu({ me }: { me: Me | null | undefined }) {
  const t = useTexts(shellTexts);
  const { pathname, search } = useLocation();
  if (me === undefined) return null;
  if (me === null) {
    const inside = ['/', '/sign-in', '/sign-up'].includes(pathname);
    const next = inside ? '' : `?next=${encodeURIComponent(pathname + search)}`;
    return (
      <>
        <Link to={`/sign-in${next}`} className={classes.tool}>
          {t('signIn')}
        </Link>
        <Link to={`/sign-up${next}`} className={`${classes.wide} hz-button hz-button--primary`}>
          {t('signUp')}
        </Link>
      </>
    );
  }
  return <SignedIn me={me} />;
}

function SignedIn({ me }: { me: Me }) {
  const t = useTexts(shellTexts);
  const signOut = useSignOut();
  const navigate = useNavigate();
  const leave = async () => {
    await signOut();
    await navigate('/');
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={classes.tool} aria-label={t('account', { name: me.displayName })}>
          <Icon name="user" />
          <span className={`${classes.name} ${classes.wide}`}>{me.displayName}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.email}</Menu.Label>
        <Menu.Item component={Link} to="/my/profile">
          {t('profile')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void leave()}>{t('signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
