CREATE SCHEMA platform;

-- The intents that were written with a change of state and must be acted upon (P6). A row stays until it is done.
CREATE TABLE platform.outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event text NOT NULL,
  key text NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  dispatched_at timestamptz(3),
  CONSTRAINT one_event_per_key UNIQUE (event, key)
);

CREATE INDEX outbox_undispatched ON platform.outbox (id) WHERE dispatched_at IS NULL;

-- One delivery for each listener of an event. Claimed by state, never by a high-water mark.
CREATE TABLE platform.delivery (
  outbox_id bigint NOT NULL REFERENCES platform.outbox (id) ON DELETE CASCADE,
  job text NOT NULL,
  generation integer NOT NULL DEFAULT 0,
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  enqueued_at timestamptz(3),
  done_at timestamptz(3),
  stuck_at timestamptz(3),
  last_error text,
  PRIMARY KEY (outbox_id, job),
  CONSTRAINT stuck_has_error CHECK (stuck_at IS NULL OR last_error IS NOT NULL)
);
CREATE INDEX delivery_open ON platform.delivery (due_at) WHERE done_at IS NULL AND stuck_at IS NULL;
CREATE INDEX delivery_stuck ON platform.delivery (stuck_at) WHERE stuck_at IS NOT NULL;

-- Counters of limits that must outlive Redis: hits of one key in one window.
CREATE TABLE platform.rate_counter (
  key text NOT NULL,
  window_start timestamptz(3) NOT NULL,
  hits integer NOT NULL,
  PRIMARY KEY (key, window_start)
);
