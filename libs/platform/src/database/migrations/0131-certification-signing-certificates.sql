-- The X.509 certificates of the keys that sign PDFs: a root that signs itself, and those that it has signed.
CREATE TABLE certification.signing_certificate (
  key_id text NOT NULL REFERENCES platform.signing_key (id),
  issuer_key_id text NOT NULL REFERENCES platform.signing_key (id),
  der bytea NOT NULL,
  made_at timestamptz(3) NOT NULL,
  PRIMARY KEY (key_id, issuer_key_id)
);
-- Time-stamp tokens (RFC 3161) by the SHA-256 of what they stamp: a certificate that is printed again gets the same one.
CREATE TABLE certification.timestamp_token (
  imprint bytea PRIMARY KEY,
  token bytea NOT NULL,
  obtained_at timestamptz(3) NOT NULL,
  CONSTRAINT imprint_is_a_hash CHECK (octet_length(imprint) = 32)
);
CREATE FUNCTION certification.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what stands in signed documents never changes' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER signing_certificate_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON certification.signing_certificate
  FOR EACH STATEMENT EXECUTE FUNCTION certification.refuse_change();
CREATE TRIGGER timestamp_token_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON certification.timestamp_token
  FOR EACH STATEMENT EXECUTE FUNCTION certification.refuse_change();
