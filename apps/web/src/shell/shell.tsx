import '@mantine/core/styles.layer.css';
import { MantineProvider } from '@mantine/core';
import { Link, Outlet, ScrollRestoration } from 'react-router';
import { useColours } from '../shared/colours';
import { useMe } from '../shared/session/me';
import { commonTexts, useTexts } from '../shared/texts';
import { cssVariables, theme } from '../shared/theme';
import { Header } from './header';
import classes from './shell.module.css';
import { shellTexts } from './texts';
import { useFocusOnNavigation } from './use-focus-on-navigation';

/** The frame of all pages but the exam room: header, content, footer. */
export function Shell() {
  const { shown } = useColours();
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme={shown}>
      <Frame />
      <ScrollRestoration />
    </MantineProvider>
  );
}

function Frame() {
  const common = useTexts(commonTexts);
  const t = useTexts(shellTexts);
  const { me } = useMe();
  const main = useFocusOnNavigation();
  return (
    <div className={classes.frame}>
      <a className="hz-skip" href="#content">
        {common('skip')}
      </a>
      <Header me={me} />
      <main id="content" ref={main} tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <footer className={classes.footer}>
        <div>
          <span>{t('footer')}</span>
          <span className={classes.footerLinks}>
            <Link to="/status">{t('status')}</Link>
            <a href="/api/docs">{t('apiDocs')}</a>
          </span>
        </div>
      </footer>
    </div>
  );
}
