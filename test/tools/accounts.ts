import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { v7 } from 'uuid';

const AT_ONCE = 1_000;
/** Nobody signs in with it: these accounts are signed in already. */
const NO_PASSWORD = '!';

export interface SignedIn {
  readonly name: string;
  readonly headers: { readonly cookie: string; readonly 'x-csrf-token': string };
}

/**
 * So many new candidates who are signed in already, written straight into the database with the rows that sign-up and sign-in leave:
 * hashing thousands of passwords would take minutes and is measured elsewhere. Gives `{ name, headers }` of each, the headers of a
 * signed-in browser.
 */
export async function signedInCandidates(
  databaseUrl: string,
  count: number,
  prefix = 'candidate',
): Promise<SignedIn[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const people = Array.from({ length: count }, (_, n) => newPerson(`${prefix}${n}`));
  for (let from = 0; from < count; from += AT_ONCE) await insert(client, people.slice(from, from + AT_ONCE));
  await client.end();
  return people.map(({ name, token, csrf }) => ({
    name,
    headers: { cookie: `hz_login=${token}`, 'x-csrf-token': csrf },
  }));
}

function newPerson(mark: string) {
  const accountId = v7();
  return {
    personId: v7(),
    accountId,
    loginId: v7(),
    name: `考生${mark}`,
    email: `${mark}-${accountId}@candidates.example`,
    token: randomBytes(32).toString('base64url'),
    csrf: randomBytes(24).toString('base64url'),
  };
}

type Person = ReturnType<typeof newPerson>;

async function insert(client: Client, people: readonly Person[]): Promise<void> {
  const column = (pick: (person: Person) => string) => people.map(pick);
  const ids = [column(({ personId }) => personId), column(({ accountId }) => accountId)];
  await client.query('BEGIN');
  await client.query(
    `INSERT INTO identity.person (id, display_name, legal_name, language)
     SELECT id, name, name, 'zh' FROM unnest($1::uuid[], $2::text[]) AS t (id, name)`,
    [ids[0], column(({ name }) => name)],
  );
  await client.query(
    `INSERT INTO identity.account (id, person_id, email, email_key, password_hash, status, created_at)
     SELECT id, person, email, email, $4, 'active', now() FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS t (id, person, email)`,
    [ids[1], ids[0], column(({ email }) => email), NO_PASSWORD],
  );
  await client.query(`INSERT INTO identity.role_grant (account_id, role) SELECT unnest($1::uuid[]), 'candidate'`, [
    ids[1],
  ]);
  await client.query(
    `INSERT INTO identity.login (id, token_hash, account_id, csrf_token, created_at, seen_at, expires_at)
     SELECT id, token, account, csrf, now(), now(), now() + interval '1 day'
       FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[]) AS t (id, token, account, csrf)`,
    [
      column(({ loginId }) => loginId),
      column(({ token }) => createHash('sha256').update(token).digest('base64url')),
      ids[1],
      column(({ csrf }) => csrf),
    ],
  );
  await client.query('COMMIT');
}
