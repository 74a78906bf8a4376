import { createBrowserRouter, Outlet, type PatchRoutesOnNavigationFunction } from 'react-router';
import { routes as account } from './account/routes';
import { routes as candidate } from './candidate/routes';
import { routes as exam } from './exam/routes';
import { routes as open } from './public/routes';
import { Crash, CrashPage } from './shared/crash';

/** Where the pages inside the shell hang. */
const PAGES = 'pages';
const DESKS = /^\/(?:manage|marking|institution|admin|dev)(?:\/|$)/;
let haveDesks = false;

/** The staff's areas are listed when one of them is first entered: candidates load nothing of them. */
const addDesks: PatchRoutesOnNavigationFunction = async ({ path, patch }) => {
  if (haveDesks || !DESKS.test(path)) return;
  const { routes } = await import('./desk-routes');
  haveDesks = true;
  patch(PAGES, routes);
};

/**
 * Each area lists its routes with `lazy` pages, so that a page loads what it needs. The exam room stands outside the shell: it must
 * stay small and must not load the component library.
 */
export const router = createBrowserRouter(
  [
    {
      Component: Outlet,
      ErrorBoundary: CrashPage,
      HydrateFallback: () => null,
      children: [
        ...exam,
        {
          lazy: async () => ({ Component: (await import('./shell/shell')).Shell }),
          children: [
            {
              id: PAGES,
              ErrorBoundary: Crash,
              children: [...open, ...candidate, ...account],
            },
          ],
        },
      ],
    },
  ],
  { patchRoutesOnNavigation: addDesks },
);
