import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: '/dev/mailbox', lazy: async () => ({ Component: (await import('./mailbox-page')).MailboxPage }) },
];
