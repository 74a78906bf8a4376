import type { Me } from '@hz/identity/contract';
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';
import { rememberCsrfToken } from '../api/csrf';
import { isProblem } from '../api/problem';
import { hasChosenLanguage, setLanguage } from '../language';

export type { Me };

export const ME_KEY = ['me'] as const;

async function fetchMe(): Promise<Me | null> {
  try {
    const me = await dataOf(api.GET('/api/v1/me'));
    rememberCsrfToken(me.csrfToken);
    if (!hasChosenLanguage()) setLanguage(me.language);
    return me;
  } catch (error) {
    if (!isProblem(error) || error.status !== 401) throw error;
    rememberCsrfToken(null);
    return null;
  }
}

/** Who is signed in: undefined while asking, null when nobody is. */
export function useMe() {
  const query = useQuery({ queryKey: ME_KEY, queryFn: fetchMe, staleTime: 60_000 });
  return { me: query.data, error: query.error, retry: query.refetch };
}

/** After signing in or out: forgets everything that was read as the other person, and asks anew who this is. */
export async function renewMe(client: QueryClient): Promise<Me | null> {
  rememberCsrfToken(undefined);
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME_KEY[0] });
  return client.fetchQuery({ queryKey: ME_KEY, queryFn: fetchMe, staleTime: 0 });
}

export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await api.DELETE('/api/v1/login');
    await renewMe(client);
  };
}
