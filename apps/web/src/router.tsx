import { createBrowserRouter, Outlet } from 'react-router';
import { routes as account } from './account/routes';
import { routes as admin } from './admin/routes';
import { routes as candidate } from './candidate/routes';
import { routes as dev } from './dev/routes';
import { routes as exam } from './exam/routes';
import { routes as institution } from './institution/routes';
import { routes as manage } from './manage/routes';
import { routes as marking } from './marking/routes';
import { routes as open } from './public/routes';
import { Crash, CrashPage } from './shared/crash';

/**
 * Each area lists its routes with `lazy` pages, so that a page loads what it needs. The exam room stands outside the shell: it must
 * stay small and must not load the component library.
 */
export const router = createBrowserRouter([
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
            ErrorBoundary: Crash,
            children: [...open, ...candidate, ...account, ...manage, ...marking, ...institution, ...admin, ...dev],
          },
        ],
      },
    ],
  },
]);
