import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: '/manage/queues', lazy: async () => ({ Component: (await import('./queues-page')).QueuesPage }) },
  {
    path: '/manage/institutions',
    lazy: async () => ({ Component: (await import('./institutions-page')).InstitutionsPage }),
  },
  {
    path: '/manage/institutions/:id',
    lazy: async () => ({ Component: (await import('./institution-keys-page')).InstitutionKeysPage }),
  },
];
