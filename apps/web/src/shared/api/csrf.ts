/** undefined: not asked yet; null: nobody is signed in. */
let known: string | null | undefined;
let asked: Promise<string | null> | null = null;

/** Keeps the token that came with `GET /api/v1/me`; null when nobody is signed in, undefined when that must be asked again. */
export function rememberCsrfToken(token: string | null | undefined): void {
  known = token;
}

/** The token of this login; asks once when a page writes before it has read who is signed in. */
export async function csrfToken(): Promise<string | null> {
  if (known !== undefined) return known;
  asked ??= fetch('/api/v1/me', { credentials: 'same-origin' })
    .then(async (response) => (response.ok ? ((await response.json()) as { csrfToken: string }).csrfToken : null))
    .finally(() => {
      asked = null;
    });
  known = await asked.catch(() => undefined);
  return known ?? null;
}
