import type { RouteObject } from 'react-router';

const resetPassword = async () => ({ Component: (await import('./reset-password-page')).ResetPasswordPage });

export const routes: RouteObject[] = [
  { path: '/sign-in', lazy: async () => ({ Component: (await import('./sign-in-page')).SignInPage }) },
  { path: '/sign-up', lazy: async () => ({ Component: (await import('./sign-up-page')).SignUpPage }) },
  { path: '/reset-password', lazy: resetPassword },
  { path: '/reset-password/:token', lazy: resetPassword },
  { path: '/my/profile', lazy: async () => ({ Component: (await import('./profile-page')).ProfilePage }) },
];
