-- An appeal against a revocation, once. Upheld, it leads to a certificate with a new number: a revocation is never taken back.
CREATE TABLE certification.appeal (
  id uuid PRIMARY KEY,
  number text NOT NULL REFERENCES certification.certificate (number),
  person_id uuid NOT NULL,
  grounds text NOT NULL,
  status text NOT NULL,
  filed_at timestamptz(3) NOT NULL,
  decided_at timestamptz(3),
  decided_by uuid,
  decision_reason text,
  new_number text REFERENCES certification.certificate (number),
  CONSTRAINT one_appeal_per_certificate UNIQUE (number),
  CONSTRAINT appeal_status_is_known CHECK (status IN ('open', 'upheld', 'refused')),
  CONSTRAINT decided_appeal_has_decision CHECK (
    (status = 'open') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL) AND (decided_at IS NULL) = (decision_reason IS NULL)),
  CONSTRAINT upheld_appeal_has_certificate CHECK ((status = 'upheld') = (new_number IS NOT NULL))
);
CREATE INDEX appeal_by_status ON certification.appeal (status, filed_at, id);
