CREATE SCHEMA certification;

-- The achievement is permanent; its registration, the certificate, expires.
CREATE TABLE certification.achievement (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL,
  scheme_version_id uuid NOT NULL REFERENCES competency.scheme_version (id),
  components jsonb NOT NULL,
  percent numeric(6, 2) NOT NULL,
  achieved_at timestamptz(3) NOT NULL,
  CONSTRAINT one_achievement_per_person_and_scheme_version UNIQUE (person_id, scheme_version_id)
);

-- Counts the certificates of one year, role and level. A gap after a crash does no harm; the same number twice would.
CREATE TABLE certification.number_series (
  series text PRIMARY KEY,
  last_serial integer NOT NULL,
  CONSTRAINT serial_has_six_digits CHECK (last_serial BETWEEN 1 AND 999999)
);

CREATE TABLE certification.pdf (
  hash text PRIMARY KEY,
  bytes bytea NOT NULL
);

-- Number and unsigned bytes are recorded first; signature, publication and PDF follow from them.
CREATE TABLE certification.certificate (
  number text PRIMARY KEY,
  achievement_id uuid NOT NULL REFERENCES certification.achievement (id),
  person_id uuid NOT NULL,
  institution_id uuid,
  status text NOT NULL,
  holder_name text NOT NULL,
  title jsonb NOT NULL,
  level text NOT NULL,
  unsigned_bytes text NOT NULL,
  unsigned_hash text NOT NULL,
  code_sealed bytea NOT NULL,
  intended_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  credential text,
  pdf_hash text REFERENCES certification.pdf (hash),
  issued_at timestamptz(3),
  revoked_at timestamptz(3),
  revoked_reason text,
  CONSTRAINT one_number_per_content UNIQUE (unsigned_hash),
  CONSTRAINT certificate_status_is_known
    CHECK (status IN ('issuing', 'valid', 'suspended', 'revoked', 'superseded', 'expired')),
  CONSTRAINT issued_has_credential_and_pdf
    CHECK ((status = 'issuing') = (credential IS NULL) AND (credential IS NULL) = (pdf_hash IS NULL)
           AND (credential IS NULL) = (issued_at IS NULL)),
  CONSTRAINT revoked_has_reason
    CHECK ((status = 'revoked') = (revoked_at IS NOT NULL) AND (revoked_at IS NULL) = (revoked_reason IS NULL)),
  CONSTRAINT registration_ends_after_it_begins CHECK (expires_at > intended_at)
);
-- P2: at most one valid certificate per achievement, counting the one that is about to be.
CREATE UNIQUE INDEX one_live_certificate_per_achievement ON certification.certificate (achievement_id)
  WHERE status IN ('issuing', 'valid', 'suspended');
CREATE INDEX certificate_of_person ON certification.certificate (person_id, intended_at DESC);
CREATE INDEX certificate_newest ON certification.certificate (intended_at DESC, number DESC);

-- P5: what is signed never changes, and a number never gets a second credential.
CREATE FUNCTION certification.freeze_certificate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE'
     OR (NEW.number, NEW.achievement_id, NEW.person_id, NEW.unsigned_bytes, NEW.intended_at, NEW.expires_at)
        IS DISTINCT FROM (OLD.number, OLD.achievement_id, OLD.person_id, OLD.unsigned_bytes, OLD.intended_at, OLD.expires_at)
     OR (OLD.credential IS NOT NULL AND NEW.credential IS DISTINCT FROM OLD.credential) THEN
    RAISE EXCEPTION 'what was signed never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_is_frozen BEFORE UPDATE OR DELETE ON certification.certificate
  FOR EACH ROW EXECUTE FUNCTION certification.freeze_certificate();
