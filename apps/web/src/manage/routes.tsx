import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  {
    path: '/manage/sessions',
    lazy: async () => ({ Component: (await import('./sessions/session-list-page')).SessionListPage }),
  },
  {
    path: '/manage/sessions/new',
    lazy: async () => ({ Component: (await import('./sessions/editor/session-editor-page')).NewSessionPage }),
  },
  {
    path: '/manage/sessions/:id/edit',
    lazy: async () => ({ Component: (await import('./sessions/editor/session-editor-page')).EditSessionPage }),
  },
  {
    path: '/manage/sessions/:id',
    lazy: async () => ({ Component: (await import('./sessions/session-page')).ManagedSessionPage }),
  },
];
