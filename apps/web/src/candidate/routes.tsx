import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: '/sessions/:id', lazy: async () => ({ Component: (await import('./session-page')).SessionPage }) },
];
