CREATE SCHEMA registration;

CREATE TABLE registration.session (
  id uuid PRIMARY KEY,
  code text NOT NULL,
  title jsonb NOT NULL,
  scheme_version_id uuid NOT NULL REFERENCES competency.scheme_version (id),
  form_ids uuid[] NOT NULL,
  status text NOT NULL,
  opens_at timestamptz(3) NOT NULL,
  closes_at timestamptz(3) NOT NULL,
  registration_opens_at timestamptz(3) NOT NULL,
  registration_closes_at timestamptz(3) NOT NULL,
  capacity integer NOT NULL,
  rules jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL,
  released_at timestamptz(3),
  cancelled_reason text,
  CONSTRAINT session_code_is_unique UNIQUE (code),
  CONSTRAINT session_status_is_known CHECK (status IN ('draft', 'open', 'closed', 'released', 'cancelled')),
  CONSTRAINT window_has_length CHECK (closes_at > opens_at AND registration_closes_at > registration_opens_at),
  CONSTRAINT capacity_is_positive CHECK (capacity > 0),
  CONSTRAINT released_has_moment CHECK ((status = 'released') = (released_at IS NOT NULL)),
  CONSTRAINT cancelled_has_reason CHECK ((status = 'cancelled') = (cancelled_reason IS NOT NULL)),
  CONSTRAINT open_session_has_forms CHECK (status IN ('draft', 'cancelled') OR cardinality(form_ids) > 0)
);
CREATE INDEX session_by_window ON registration.session (opens_at DESC, id);

CREATE SEQUENCE registration.ticket_serial MAXVALUE 99999999;

CREATE TABLE registration.registration (
  id uuid PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES registration.session (id),
  person_id uuid NOT NULL,
  institution_id uuid,
  status text NOT NULL,
  seat_no integer NOT NULL,
  ticket_no text NOT NULL,
  form_id uuid NOT NULL,
  claims jsonb NOT NULL,
  eligibility jsonb NOT NULL,
  extra_time_percent integer NOT NULL,
  break_minutes integer NOT NULL,
  pledged_at timestamptz(3) NOT NULL,
  registered_at timestamptz(3) NOT NULL,
  CONSTRAINT one_registration_per_ticket UNIQUE (ticket_no),
  CONSTRAINT registration_status_is_known CHECK (status IN ('confirmed', 'withdrawn', 'cancelled')),
  CONSTRAINT seat_is_positive CHECK (seat_no > 0)
);
CREATE UNIQUE INDEX one_live_registration_per_session_and_person ON registration.registration (session_id, person_id) WHERE status = 'confirmed';
CREATE UNIQUE INDEX one_live_registration_per_seat ON registration.registration (session_id, seat_no) WHERE status = 'confirmed';
CREATE INDEX registration_of_person ON registration.registration (person_id, registered_at DESC);
CREATE INDEX registration_of_institution ON registration.registration (institution_id, registered_at DESC);
