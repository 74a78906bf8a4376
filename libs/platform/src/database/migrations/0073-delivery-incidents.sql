CREATE TABLE delivery.incident (
  id uuid PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES registration.session (id),
  kind text NOT NULL,
  basis text NOT NULL,
  seats integer[],
  moves_window boolean NOT NULL,
  began_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  found_at timestamptz(3) NOT NULL,
  opened_by uuid,
  note text NOT NULL,
  state text NOT NULL,
  decided_at timestamptz(3),
  decided_by uuid,
  decision_note text NOT NULL DEFAULT '',
  beyond_limit boolean,
  resit_confirmed_at timestamptz(3),
  resit_confirmed_by uuid,
  CONSTRAINT incident_kind_is_known CHECK (kind IN ('platform', 'line', 'room')),
  CONSTRAINT incident_basis_is_known CHECK (basis IN ('own-gap', 'whole')),
  CONSTRAINT incident_state_is_known CHECK (state IN ('proposed', 'approved', 'dismissed')),
  CONSTRAINT incident_runs_forward CHECK (ended_at > began_at),
  CONSTRAINT decided_incident_has_decider CHECK ((state = 'proposed') = (decided_at IS NULL AND decided_by IS NULL)),
  CONSTRAINT decided_incident_is_over CHECK (state = 'proposed' OR ended_at IS NOT NULL),
  CONSTRAINT approved_incident_was_measured CHECK ((state = 'approved') = (beyond_limit IS NOT NULL)),
  CONSTRAINT confirmed_resits_have_confirmer CHECK ((resit_confirmed_at IS NULL) = (resit_confirmed_by IS NULL)),
  CONSTRAINT resits_follow_approval CHECK (resit_confirmed_at IS NULL OR state = 'approved')
);
CREATE INDEX incident_of_session ON delivery.incident (session_id, began_at);
CREATE INDEX incident_approved ON delivery.incident (ended_at) WHERE state = 'approved';
-- Two sweeps that find the same outage at once propose it once.
CREATE UNIQUE INDEX one_proposal_per_beginning ON delivery.incident (session_id, kind, began_at) WHERE state = 'proposed' AND opened_by IS NULL;

-- What an approved incident meant for each candidate, as it was when it was approved.
CREATE TABLE delivery.incident_effect (
  incident_id uuid NOT NULL REFERENCES delivery.incident (id),
  registration_id uuid NOT NULL REFERENCES registration.registration (id),
  attempt_id uuid REFERENCES delivery.attempt (id),
  status text NOT NULL,
  submitted_by text,
  gap_ms integer NOT NULL,
  cause text,
  reported_ms integer,
  browser_offline boolean NOT NULL,
  -- The stretches that were given back, as pairs of milliseconds since 1970.
  lost jsonb NOT NULL,
  lost_ms integer NOT NULL,
  window_ms integer NOT NULL,
  deadline_before timestamptz(3),
  deadline_after timestamptz(3),
  outcome text NOT NULL,
  resit_reason text,
  resit_excluded boolean NOT NULL DEFAULT false,
  CONSTRAINT one_effect_per_candidate PRIMARY KEY (incident_id, registration_id),
  CONSTRAINT effect_outcome_is_known CHECK (outcome IN ('extended', 'resit', 'handed-in', 'none')),
  CONSTRAINT effect_cause_is_known CHECK (cause IN ('platform', 'line', 'own')),
  CONSTRAINT resit_has_reason CHECK ((outcome = 'resit') = (resit_reason IS NOT NULL)),
  CONSTRAINT resit_reason_is_known CHECK (resit_reason IN ('outage-beyond-limit', 'closed-meanwhile', 'could-not-start')),
  CONSTRAINT deadline_never_shrinks CHECK (deadline_after >= deadline_before)
);
CREATE INDEX incident_effect_of_attempt ON delivery.incident_effect (attempt_id);
