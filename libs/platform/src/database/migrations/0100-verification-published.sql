CREATE SCHEMA verification;

-- Everything that is needed to answer whether a certificate is valid, and nothing else: this context works alone.
-- `credential` is text, not jsonb: what is checked are the very bytes that were signed.
CREATE TABLE verification.published (
  number text PRIMARY KEY,
  credential text NOT NULL,
  credential_hash text NOT NULL,
  holder_keys text[] NOT NULL,
  code_hash text NOT NULL,
  status text NOT NULL,
  reason text,
  published_at timestamptz(3) NOT NULL,
  status_changed_at timestamptz(3) NOT NULL,
  CONSTRAINT published_status_is_known CHECK (status IN ('valid', 'suspended', 'revoked', 'superseded')),
  CONSTRAINT invalid_has_reason CHECK (status = 'valid' OR reason IS NOT NULL),
  CONSTRAINT published_has_holder CHECK (cardinality(holder_keys) > 0)
);

-- P5: what was published never changes; its status moves on, and from revoked or superseded nowhere.
CREATE FUNCTION verification.freeze_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
     AND (NEW.number, NEW.credential, NEW.credential_hash, NEW.holder_keys, NEW.code_hash, NEW.published_at)
       = (OLD.number, OLD.credential, OLD.credential_hash, OLD.holder_keys, OLD.code_hash, OLD.published_at)
     AND (OLD.status IN ('valid', 'suspended') OR NEW.status = OLD.status) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what was published never changes' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER published_is_frozen BEFORE UPDATE OR DELETE ON verification.published
  FOR EACH ROW EXECUTE FUNCTION verification.freeze_published();

-- Bitstring Status Lists (W3C): the first bit is the highest of the first byte. `credential` is the signed list, null while it is out of date.
CREATE TABLE verification.status_list (
  id integer PRIMARY KEY,
  bits bytea NOT NULL,
  version integer NOT NULL,
  credential text,
  signed_at timestamptz(3),
  CONSTRAINT list_has_full_length CHECK (octet_length(bits) = 16384),
  CONSTRAINT signed_list_has_moment CHECK ((credential IS NULL) = (signed_at IS NULL))
);

-- Which place in which list belongs to which number. Places are drawn at random, so that neighbours in a list say nothing.
CREATE TABLE verification.status_entry (
  list_id integer NOT NULL REFERENCES verification.status_list (id),
  place integer NOT NULL,
  number text NOT NULL,
  PRIMARY KEY (list_id, place),
  CONSTRAINT one_place_per_number UNIQUE (number),
  CONSTRAINT place_is_in_list CHECK (place BETWEEN 0 AND 131071)
);

-- Every key that ever signed for the issuer: what an older key signed stays verifiable (P7).
CREATE TABLE verification.issuer_key (
  id text PRIMARY KEY,
  did text NOT NULL,
  public_key text NOT NULL,
  first_used_at timestamptz(3) NOT NULL,
  CONSTRAINT key_belongs_to_issuer CHECK (starts_with(id, did || '#'))
);

-- Who asked about a certificate, for its holder and against misuse; kept for thirty days. Addresses and names are not.
CREATE TABLE verification.query (
  id uuid PRIMARY KEY,
  number text NOT NULL,
  asked_by text NOT NULL,
  verdict text NOT NULL,
  reason text,
  at timestamptz(3) NOT NULL
);
CREATE INDEX query_by_number ON verification.query (number, at DESC);
CREATE INDEX query_by_age ON verification.query (at);
