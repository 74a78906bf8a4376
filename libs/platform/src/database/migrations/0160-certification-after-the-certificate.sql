-- Who changed the status: whoever revoked a certificate does not decide the appeal against it.
ALTER TABLE certification.status_change ADD COLUMN by_actor text;

-- What each scheme asks for a renewal, and how many credits its certificate is worth. A scheme without a row has the defaults.
CREATE TABLE certification.scheme_policy (
  scheme_id uuid PRIMARY KEY REFERENCES competency.scheme (id),
  body jsonb NOT NULL,
  updated_at timestamptz(3) NOT NULL
);

-- The skills of a role, and what they meant, when the certificate was issued: what differs later is what a delta exam is about.
CREATE TABLE certification.skill_baseline (
  number text PRIMARY KEY REFERENCES certification.certificate (number),
  skills jsonb NOT NULL,
  recorded_at timestamptz(3) NOT NULL
);

-- One for each new number; a certificate is renewed once.
CREATE TABLE certification.renewal (
  number text PRIMARY KEY REFERENCES certification.certificate (number),
  renewed_number text NOT NULL REFERENCES certification.certificate (number),
  achievement_id uuid NOT NULL REFERENCES certification.achievement (id),
  former_end timestamptz(3) NOT NULL,
  hours integer NOT NULL,
  renewed_at timestamptz(3) NOT NULL,
  CONSTRAINT one_renewal_per_certificate UNIQUE (renewed_number)
);
CREATE INDEX renewal_of_achievement ON certification.renewal (achievement_id, renewed_at DESC);

CREATE TABLE certification.education_record (
  id uuid PRIMARY KEY,
  achievement_id uuid NOT NULL REFERENCES certification.achievement (id),
  person_id uuid NOT NULL,
  title text NOT NULL,
  provider text NOT NULL,
  hours integer NOT NULL,
  completed_on date NOT NULL,
  evidence text NOT NULL,
  evidence_link text,
  status text NOT NULL,
  handed_in_at timestamptz(3) NOT NULL,
  decided_at timestamptz(3),
  decided_by uuid,
  decision_reason text,
  counted_in text REFERENCES certification.certificate (number),
  CONSTRAINT education_status_is_known CHECK (status IN ('waiting', 'approved', 'refused')),
  CONSTRAINT education_has_hours CHECK (hours BETWEEN 1 AND 500),
  CONSTRAINT decided_education_has_decider CHECK ((status = 'waiting') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)),
  CONSTRAINT refused_education_has_reason CHECK (status <> 'refused' OR decision_reason IS NOT NULL),
  CONSTRAINT only_approved_education_counts CHECK (counted_in IS NULL OR status = 'approved')
);
CREATE INDEX education_of_achievement ON certification.education_record (achievement_id, completed_on);
CREATE INDEX education_by_status ON certification.education_record (status, handed_in_at, id);

-- One reminder for each number and distance, whatever restarts happen. 'overtaken': a nearer one was due at the same time and went instead.
CREATE TABLE certification.registration_reminder (
  number text NOT NULL REFERENCES certification.certificate (number),
  days integer NOT NULL,
  outcome text NOT NULL,
  at timestamptz(3) NOT NULL,
  CONSTRAINT one_reminder_per_certificate_and_distance PRIMARY KEY (number, days),
  CONSTRAINT reminder_outcome_is_known CHECK (outcome IN ('sent', 'overtaken'))
);
CREATE INDEX certificate_by_end ON certification.certificate (expires_at) WHERE status = 'valid';
