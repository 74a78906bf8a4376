-- Everything that was issued is examined again and again from its stored bytes. A run goes through the numbers in order; how far it is stands
-- here, so that it goes on where it was after a crash.
CREATE TABLE certification.recheck_run (
  id uuid PRIMARY KEY,
  begun_at timestamptz(3) NOT NULL,
  -- Who asked for it, as the audit trail names them; null for the run of the night.
  begun_by text,
  up_to text NOT NULL DEFAULT '',
  examined integer NOT NULL DEFAULT 0,
  faults integer NOT NULL DEFAULT 0,
  finished_at timestamptz(3)
);
CREATE UNIQUE INDEX one_recheck_at_a_time ON certification.recheck_run ((true)) WHERE finished_at IS NULL;
CREATE INDEX recheck_run_by_begin ON certification.recheck_run (begun_at DESC);

-- A fault stays open until a later run no longer comes upon it.
CREATE TABLE certification.recheck_fault (
  id uuid PRIMARY KEY,
  number text COLLATE "C" NOT NULL,
  part text NOT NULL,
  subject text NOT NULL,
  code text NOT NULL,
  first_seen_at timestamptz(3) NOT NULL,
  last_seen_at timestamptz(3) NOT NULL,
  mended_at timestamptz(3)
);
CREATE UNIQUE INDEX one_open_fault_of_a_kind ON certification.recheck_fault (number, part, subject, code) WHERE mended_at IS NULL;
