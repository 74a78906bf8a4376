-- Who asked: the institution behind a key or a clerk; null for the public. Test certificates are asked about apart.
ALTER TABLE verification.query
  ADD COLUMN institution_id uuid,
  ADD COLUMN way text NOT NULL DEFAULT 'number',
  ADD COLUMN sandbox boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT query_way_is_known CHECK (way IN ('number', 'credential', 'token', 'batch'));
CREATE INDEX query_by_institution ON verification.query (institution_id, at DESC, id DESC) WHERE institution_id IS NOT NULL;

-- Which institution is told when the status of a certificate changes: whoever asked about it within a year.
CREATE TABLE verification.interest (
  number text NOT NULL,
  institution_id uuid NOT NULL,
  asked_at timestamptz(3) NOT NULL,
  PRIMARY KEY (number, institution_id)
);
CREATE INDEX interest_by_age ON verification.interest (asked_at);

-- Many questions at once. Lines are answered in order; `answered` is how many are.
CREATE TABLE verification.batch (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  asker jsonb NOT NULL,
  sandbox boolean NOT NULL,
  idempotency_key text,
  content_hash text NOT NULL,
  status text NOT NULL,
  lines integer NOT NULL,
  answered integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  finished_at timestamptz(3),
  CONSTRAINT batch_status_is_known CHECK (status IN ('waiting', 'running', 'done', 'cancelled')),
  CONSTRAINT batch_is_answered_in_order CHECK (answered BETWEEN 0 AND lines),
  CONSTRAINT done_batch_is_answered CHECK (status <> 'done' OR answered = lines),
  CONSTRAINT ended_batch_has_moment CHECK ((status IN ('done', 'cancelled')) = (finished_at IS NOT NULL)),
  CONSTRAINT one_batch_per_idempotency_key UNIQUE (institution_id, idempotency_key)
);
CREATE INDEX batch_newest ON verification.batch (institution_id, created_at DESC, id DESC);
CREATE INDEX batch_by_age ON verification.batch (created_at);

-- Questions hold names and codes, answers names: both are sealed, and a question is dropped as soon as it is answered. Lines are numbered
-- as in the upload; `answer` is one line of the results.
CREATE TABLE verification.batch_line (
  batch_id uuid NOT NULL REFERENCES verification.batch (id) ON DELETE CASCADE,
  line integer NOT NULL,
  question bytea,
  answer bytea,
  PRIMARY KEY (batch_id, line),
  CONSTRAINT line_is_question_or_answer CHECK ((question IS NULL) = (answer IS NOT NULL))
);
