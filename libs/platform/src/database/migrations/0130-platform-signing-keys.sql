-- Every key that signs or ever signed. The private half lies in the key store (a file or a PKCS #11 token) under `label`.
CREATE TABLE platform.signing_key (
  id text PRIMARY KEY,
  purpose text NOT NULL,
  algorithm text NOT NULL,
  label text NOT NULL,
  public_key bytea NOT NULL,
  since timestamptz(3) NOT NULL,
  until timestamptz(3),
  compromised_at timestamptz(3),
  CONSTRAINT key_purpose_is_known CHECK (purpose IN ('receipt', 'credential', 'log', 'pdf', 'pdf-root')),
  CONSTRAINT key_algorithm_is_known CHECK (algorithm IN ('ed25519', 'rsa-sha256')),
  CONSTRAINT one_key_per_label UNIQUE (label),
  CONSTRAINT id_is_of_the_key CHECK (id = left(encode(sha256(public_key), 'hex'), 16)),
  CONSTRAINT key_ends_after_it_begins CHECK (until >= since),
  CONSTRAINT compromised_key_is_retired CHECK (compromised_at IS NULL OR until IS NOT NULL)
);
CREATE UNIQUE INDEX one_current_key_per_purpose ON platform.signing_key (purpose) WHERE until IS NULL;

-- What a key signed stays verifiable (P7): a key is retired once, may be found compromised, from ever earlier on, and never goes.
CREATE FUNCTION platform.keep_signing_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
     AND (NEW.id, NEW.purpose, NEW.algorithm, NEW.label, NEW.public_key, NEW.since)
       = (OLD.id, OLD.purpose, OLD.algorithm, OLD.label, OLD.public_key, OLD.since)
     AND (OLD.until IS NULL OR NEW.until = OLD.until)
     AND (OLD.compromised_at IS NULL OR NEW.compromised_at <= OLD.compromised_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a signing key stays recorded as it was' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER signing_key_is_kept BEFORE UPDATE OR DELETE ON platform.signing_key
  FOR EACH ROW EXECUTE FUNCTION platform.keep_signing_key();
