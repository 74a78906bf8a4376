CREATE SCHEMA identity;

CREATE TABLE identity.institution (
  id uuid PRIMARY KEY,
  code text NOT NULL,
  name jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT institution_code_is_unique UNIQUE (code)
);

CREATE TABLE identity.person (
  id uuid PRIMARY KEY,
  display_name text NOT NULL,
  legal_name text NOT NULL,
  legal_name_pinyin text,
  institution_id uuid REFERENCES identity.institution (id),
  extra_time_percent integer NOT NULL DEFAULT 0,
  break_minutes integer NOT NULL DEFAULT 0,
  language text NOT NULL,
  CONSTRAINT person_language_is_known CHECK (language IN ('zh', 'en')),
  CONSTRAINT accommodation_is_sensible CHECK (extra_time_percent BETWEEN 0 AND 300 AND break_minutes BETWEEN 0 AND 480)
);
CREATE INDEX person_of_institution ON identity.person (institution_id, id);

-- The number lies here encrypted; the index finds an equal one without showing it (P10).
CREATE TABLE identity.identity_document (
  person_id uuid PRIMARY KEY REFERENCES identity.person (id) ON DELETE CASCADE,
  type text NOT NULL,
  number_encrypted bytea NOT NULL,
  number_index text NOT NULL,
  masked text NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT one_person_per_document UNIQUE (type, number_index),
  CONSTRAINT document_type_is_known CHECK (type IN ('resident-id', 'passport', 'hk-mo-permit', 'tw-permit'))
);

CREATE TABLE identity.account (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES identity.person (id),
  email text NOT NULL,
  email_key text NOT NULL,
  password_hash text NOT NULL,
  status text NOT NULL,
  totp_secret_encrypted bytea,
  totp_confirmed_at timestamptz(3),
  totp_last_step bigint NOT NULL DEFAULT 0,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT one_account_per_email UNIQUE (email_key),
  CONSTRAINT one_account_per_person UNIQUE (person_id),
  CONSTRAINT account_status_is_known CHECK (status IN ('active', 'disabled')),
  CONSTRAINT confirmed_totp_has_secret CHECK (totp_confirmed_at IS NULL OR totp_secret_encrypted IS NOT NULL)
);

CREATE TABLE identity.role_grant (
  account_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  role text NOT NULL,
  PRIMARY KEY (account_id, role)
);

CREATE TABLE identity.recovery_code (
  account_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  code_hash text NOT NULL,
  used_at timestamptz(3),
  PRIMARY KEY (account_id, code_hash)
);
