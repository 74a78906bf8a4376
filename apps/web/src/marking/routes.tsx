import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: '/marking', lazy: async () => ({ Component: (await import('./queues-page')).QueuesPage }) },
  {
    path: '/marking/:sessionId/:itemRef',
    lazy: async () => ({ Component: (await import('./desk-page')).DeskPage }),
  },
];
