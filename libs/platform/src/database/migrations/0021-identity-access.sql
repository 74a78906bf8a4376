-- A browser that is signed in. The cookie holds a token; here stands only its hash.
CREATE TABLE identity.login (
  id uuid PRIMARY KEY,
  token_hash text NOT NULL,
  account_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  csrf_token text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  seen_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  CONSTRAINT one_login_per_token UNIQUE (token_hash)
);
CREATE INDEX login_of_account ON identity.login (account_id) WHERE ended_at IS NULL;

CREATE TABLE identity.password_reset (
  id uuid PRIMARY KEY,
  token_hash text NOT NULL,
  account_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  CONSTRAINT one_reset_per_token UNIQUE (token_hash)
);

-- Failed sign-ins of one address for one e-mail, so that guessing slows down for the guesser and not for the owner elsewhere.
CREATE TABLE identity.sign_in_failure (
  key text PRIMARY KEY,
  failures integer NOT NULL,
  last_at timestamptz(3) NOT NULL
);

CREATE TABLE identity.api_key (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL REFERENCES identity.institution (id),
  name text NOT NULL,
  prefix text NOT NULL,
  key_hash text NOT NULL,
  scopes text[] NOT NULL,
  daily_quota integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  last_used_at timestamptz(3),
  revoked_at timestamptz(3),
  CONSTRAINT api_key_prefix_is_unique UNIQUE (prefix),
  CONSTRAINT quota_is_positive CHECK (daily_quota > 0)
);

CREATE TABLE identity.api_key_use (
  api_key_id uuid NOT NULL REFERENCES identity.api_key (id) ON DELETE CASCADE,
  day date NOT NULL,
  calls integer NOT NULL,
  PRIMARY KEY (api_key_id, day)
);
