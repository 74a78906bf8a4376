CREATE SCHEMA delivery;

CREATE TABLE delivery.attempt (
  id uuid PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES registration.session (id),
  registration_id uuid NOT NULL REFERENCES registration.registration (id),
  person_id uuid NOT NULL,
  form_id uuid NOT NULL REFERENCES assembly.form (id),
  seed text NOT NULL,
  language text NOT NULL,
  status text NOT NULL,
  prepared_at timestamptz(3) NOT NULL,
  pledged_at timestamptz(3),
  started_at timestamptz(3),
  deadline_at timestamptz(3),
  grace_ends_at timestamptz(3),
  earliest_hand_in_at timestamptz(3),
  lease_id uuid,
  lease_no integer NOT NULL DEFAULT 0,
  lease_page_id uuid,
  section_state jsonb,
  open_sections text[] NOT NULL DEFAULT '{}',
  section_ends_at timestamptz(3),
  flags text[] NOT NULL DEFAULT '{}',
  submitted_at timestamptz(3),
  submitted_by text,
  receipt jsonb,
  receipt_signature text,
  receipt_key text,
  CONSTRAINT one_live_attempt_per_registration UNIQUE (registration_id),
  CONSTRAINT attempt_status_is_known CHECK (status IN ('prepared', 'started', 'submitted')),
  CONSTRAINT started_has_deadline CHECK (status = 'prepared' OR (started_at IS NOT NULL AND deadline_at IS NOT NULL AND grace_ends_at IS NOT NULL AND lease_id IS NOT NULL)),
  CONSTRAINT submitted_has_receipt CHECK ((status = 'submitted') = (submitted_at IS NOT NULL AND submitted_by IS NOT NULL AND receipt IS NOT NULL)),
  CONSTRAINT submitter_is_known CHECK (submitted_by IN ('candidate', 'worker')),
  CONSTRAINT signature_names_its_key CHECK ((receipt_signature IS NULL) = (receipt_key IS NULL)),
  CONSTRAINT grace_follows_the_deadline CHECK (deadline_at <= grace_ends_at)
);
CREATE INDEX attempt_of_session ON delivery.attempt (session_id, id);
CREATE INDEX attempt_of_person ON delivery.attempt (person_id, prepared_at DESC);
CREATE INDEX attempt_overdue ON delivery.attempt (grace_ends_at) WHERE status = 'started';

-- The response log: appended to, never changed. The session stands first in the key, so that the log can be distributed.
CREATE TABLE delivery.response_log (
  session_id uuid NOT NULL,
  attempt_id uuid NOT NULL,
  seq integer NOT NULL,
  item_ref text NOT NULL,
  value jsonb NOT NULL,
  late boolean NOT NULL,
  received_at timestamptz(3) NOT NULL,
  CONSTRAINT one_response_per_sequence PRIMARY KEY (session_id, attempt_id, seq)
);

CREATE FUNCTION delivery.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the response log is only appended to' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER response_log_is_append_only BEFORE UPDATE OR DELETE ON delivery.response_log
  FOR EACH ROW EXECUTE FUNCTION delivery.refuse_change();
CREATE TRIGGER response_log_is_not_emptied BEFORE TRUNCATE ON delivery.response_log
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.refuse_change();

-- What was refused and may yet be wanted: a stale tab's answers, those after the end.
CREATE TABLE delivery.rejected_save (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  attempt_id uuid NOT NULL REFERENCES delivery.attempt (id),
  seq integer NOT NULL,
  item_ref text NOT NULL,
  value jsonb NOT NULL,
  why text NOT NULL,
  received_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT refusal_is_known CHECK (why IN ('not-started', 'closed', 'not-the-writer', 'past-grace', 'section-closed', 'sequence-taken'))
);
CREATE INDEX rejected_save_of_attempt ON delivery.rejected_save (attempt_id, id);
-- A page that repeats what was refused is kept once.
CREATE UNIQUE INDEX one_rejected_save_per_value ON delivery.rejected_save (attempt_id, seq, item_ref, md5(value::text));

-- Evidence for people, never a verdict (P13).
CREATE TABLE delivery.integrity_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  attempt_id uuid NOT NULL REFERENCES delivery.attempt (id),
  kind text NOT NULL,
  duration_ms integer NOT NULL,
  details jsonb NOT NULL,
  received_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT evidence_kind_is_known CHECK (kind IN ('left-window', 'pasted', 'copied', 'offline', 'second-tab', 'left-full-screen'))
);
CREATE INDEX integrity_event_of_attempt ON delivery.integrity_event (attempt_id, id);
