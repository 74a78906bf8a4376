import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: '/', lazy: async () => ({ Component: (await import('./home')).Home }) },
  { path: '/schemes/:id', lazy: async () => ({ Component: (await import('./scheme-page')).SchemePage }) },
  { path: '/404', lazy: async () => ({ Component: (await import('./not-found')).NotFound }) },
  { path: '*', lazy: async () => ({ Component: (await import('./not-found')).NotFound }) },
];
