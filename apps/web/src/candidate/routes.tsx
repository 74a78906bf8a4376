import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: '/sessions/:id', lazy: async () => ({ Component: (await import('./session-page')).SessionPage }) },
  { path: '/my', lazy: async () => ({ Component: (await import('./my-page')).MyPage }) },
  { path: '/my/results/:id', lazy: async () => ({ Component: (await import('./result-page')).ResultPage }) },
  {
    path: '/my/certificates/:number/renewal',
    lazy: async () => ({ Component: (await import('./renewal/renewal-page')).RenewalPage }),
  },
  {
    path: '/my/certificates/:number',
    lazy: async () => ({ Component: (await import('./certificate-page')).CertificatePage }),
  },
];
