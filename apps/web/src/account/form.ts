import { useState } from 'react';
import type { Role } from '@hz/kernel';

/** Only a first look; the server decides. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text.trim());
export const MIN_PASSWORD = 10;

/** Where to go after signing in: only to a path of our own. */
export function nextPath(next: string | null): string | null {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : null;
}

/** The page on which somebody with these roles begins. */
export function startPage(roles: readonly Role[]): string {
  if (roles.includes('candidate')) return '/my';
  if (roles.includes('exam-manager') || roles.includes('invigilator')) return '/manage/sessions';
  if (roles.includes('marker')) return '/marking';
  if (roles.includes('institution-clerk')) return '/institution';
  if (roles.includes('author') || roles.includes('reviewer')) return '/manage/items';
  if (roles.includes('administrator')) return '/manage/people';
  return roles.includes('auditor') ? '/manage/audit' : '/';
}

/** Sends something and keeps what came of it: running, refused (with the error), done. */
export function useSending<Input>(send: (input: Input) => Promise<void>) {
  const [state, setState] = useState<{ sending: boolean; error: unknown; done: boolean }>({
    sending: false,
    error: null,
    done: false,
  });
  const run = async (input: Input) => {
    setState({ sending: true, error: null, done: false });
    try {
      await send(input);
      setState({ sending: false, error: null, done: true });
    } catch (error) {
      setState({ sending: false, error, done: false });
    }
  };
  return {
    ...state,
    run: (input: Input) => void run(input),
    reset: () => setState({ sending: false, error: null, done: false }),
  };
}

/** The errors of a form in the order of its fields, for the summary at its top. */
export function summaryOf(errors: Readonly<Record<string, unknown>>, prefix: string) {
  return Object.entries(errors)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .map(([field, message]) => ({ field: `${prefix}-${field}`, message }));
}
