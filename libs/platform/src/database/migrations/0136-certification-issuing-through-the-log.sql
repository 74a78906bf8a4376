-- The forms of a credential that a holder may show, each as JSON with proofs and as JWT: exactly the bytes that are given out.
CREATE TABLE certification.variant (
  number text NOT NULL REFERENCES certification.certificate (number),
  disclosure text NOT NULL,
  credential text NOT NULL,
  token text NOT NULL,
  PRIMARY KEY (number, disclosure),
  CONSTRAINT disclosure_is_known CHECK (disclosure IN ('whole-score', 'whole-pass', 'masked-score', 'masked-pass'))
);
CREATE FUNCTION certification.freeze_variant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was signed never changes' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER variant_is_frozen BEFORE UPDATE OR DELETE ON certification.variant
  FOR EACH ROW EXECUTE FUNCTION certification.freeze_variant();

-- What opens the leaf of a certificate in the transparency log, and what was worked out once so that printing again gives the same file.
ALTER TABLE certification.certificate
  ADD COLUMN log_salt bytea,
  ADD COLUMN log_entry uuid REFERENCES transparency.entry (id),
  ADD COLUMN log_proof text,
  ADD COLUMN qr_payload text,
  ADD COLUMN replaces text REFERENCES certification.certificate (number),
  ADD COLUMN replaces_reason text,
  ADD COLUMN superseded_by text REFERENCES certification.certificate (number),
  ADD COLUMN status_reason text;
-- 32 bytes with 244 random bits, from what every PostgreSQL has.
UPDATE certification.certificate SET log_salt = uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
ALTER TABLE certification.certificate
  ALTER COLUMN log_salt SET NOT NULL,
  ADD CONSTRAINT salt_has_32_bytes CHECK (octet_length(log_salt) = 32),
  ADD CONSTRAINT published_has_entry_and_qr CHECK ((log_entry IS NULL) = (qr_payload IS NULL)),
  ADD CONSTRAINT proof_is_of_an_entry CHECK (log_proof IS NULL OR log_entry IS NOT NULL),
  ADD CONSTRAINT replacement_has_reason CHECK ((replaces IS NULL) = (replaces_reason IS NULL)),
  ADD CONSTRAINT only_superseded_has_successor CHECK (superseded_by IS NULL OR status = 'superseded'),
  ADD CONSTRAINT suspended_has_reason CHECK (status <> 'suspended' OR status_reason IS NOT NULL) NOT VALID;

-- While a certificate is replaced, the old one stays valid until the new one is published; both at once are never live.
DROP INDEX certification.one_live_certificate_per_achievement;
CREATE UNIQUE INDEX one_live_certificate_per_achievement ON certification.certificate (achievement_id)
  WHERE status IN ('valid', 'suspended');
CREATE UNIQUE INDEX one_certificate_in_the_making_per_achievement ON certification.certificate (achievement_id)
  WHERE status = 'issuing';
CREATE UNIQUE INDEX one_replacement_per_certificate ON certification.certificate (replaces) WHERE replaces IS NOT NULL;

CREATE OR REPLACE FUNCTION certification.freeze_certificate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE'
     OR (NEW.number, NEW.achievement_id, NEW.person_id, NEW.unsigned_bytes, NEW.intended_at, NEW.expires_at, NEW.log_salt, NEW.replaces,
         NEW.replaces_reason)
        IS DISTINCT FROM (OLD.number, OLD.achievement_id, OLD.person_id, OLD.unsigned_bytes, OLD.intended_at, OLD.expires_at,
                          OLD.log_salt, OLD.replaces, OLD.replaces_reason)
     OR (OLD.credential IS NOT NULL AND NEW.credential IS DISTINCT FROM OLD.credential)
     OR (OLD.log_entry IS NOT NULL AND NEW.log_entry IS DISTINCT FROM OLD.log_entry)
     OR (OLD.log_proof IS NOT NULL AND NEW.log_proof IS DISTINCT FROM OLD.log_proof)
     OR (OLD.qr_payload IS NOT NULL AND NEW.qr_payload IS DISTINCT FROM OLD.qr_payload) THEN
    RAISE EXCEPTION 'what was signed never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- What happened to a certificate after its issue, with what opens the leaf that says so.
CREATE TABLE certification.status_change (
  id uuid PRIMARY KEY,
  number text NOT NULL REFERENCES certification.certificate (number),
  kind text NOT NULL,
  reason text NOT NULL,
  successor text,
  at timestamptz(3) NOT NULL,
  log_salt bytea NOT NULL,
  log_entry uuid NOT NULL REFERENCES transparency.entry (id),
  CONSTRAINT change_is_known CHECK (kind IN ('suspend', 'reinstate', 'revoke', 'supersede')),
  CONSTRAINT change_salt_has_32_bytes CHECK (octet_length(log_salt) = 32),
  CONSTRAINT one_change_per_entry UNIQUE (log_entry)
);
CREATE INDEX status_change_of_certificate ON certification.status_change (number, at);
