import { StrictMode } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { isProblem } from './shared/api/problem';
import { loadChineseFontIfMissing } from './shared/fonts';
import './shared/language';
import './shared/tokens.css';
import './shared/base.css';
import { router } from './router';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal stays a refusal; only faults of the line or the server are worth another try.
      retry: (failures, error) => failures < 2 && !(isProblem(error) && error.status < 500),
    },
  },
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);

loadChineseFontIfMissing();
