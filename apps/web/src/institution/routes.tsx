import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: '/institution', lazy: async () => ({ Component: (await import('./institution-page')).InstitutionPage }) },
];
