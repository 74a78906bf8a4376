import type { RouteObject } from 'react-router';

const verify = async () => ({ Component: (await import('./verify/verify-page')).VerifyPage });
const notFound = async () => ({ Component: (await import('./not-found')).NotFound });

export const routes: RouteObject[] = [
  { path: '/', lazy: async () => ({ Component: (await import('./home')).Home }) },
  { path: '/schemes/:id', lazy: async () => ({ Component: (await import('./scheme-page')).SchemePage }) },
  { path: '/verify', lazy: verify },
  { path: '/verify/:number', lazy: verify },
  { path: '/status', lazy: async () => ({ Component: (await import('./status-page')).StatusPage }) },
  { path: '/404', lazy: notFound },
  { path: '*', lazy: notFound },
];
