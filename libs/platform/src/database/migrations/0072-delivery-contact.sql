-- The platform's own pulse: a stretch of time for each unbroken run of a node's beats.
CREATE TABLE delivery.pulse (
  id uuid PRIMARY KEY,
  began_at timestamptz(3) NOT NULL,
  last_at timestamptz(3) NOT NULL,
  CONSTRAINT pulse_runs_forward CHECK (last_at >= began_at)
);
CREATE INDEX pulse_by_end ON delivery.pulse (last_at);

-- When the page of an attempt was last in contact. Changed at each beat: no index but the key, and room on the page for it.
CREATE TABLE delivery.contact (
  attempt_id uuid PRIMARY KEY REFERENCES delivery.attempt (id),
  last_at timestamptz(3) NOT NULL
) WITH (fillfactor = 50);

-- Silences that have ended, with what the page says of them. Only added to.
CREATE TABLE delivery.contact_gap (
  attempt_id uuid NOT NULL REFERENCES delivery.attempt (id),
  began_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3) NOT NULL,
  reported_ms integer NOT NULL,
  browser_offline boolean NOT NULL,
  CONSTRAINT one_gap_per_beginning PRIMARY KEY (attempt_id, began_at),
  CONSTRAINT gap_runs_forward CHECK (ended_at > began_at)
);
