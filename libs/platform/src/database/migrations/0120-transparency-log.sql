CREATE SCHEMA transparency;

CREATE FUNCTION transparency.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the transparency log is append-only' USING ERRCODE = 'restrict_violation';
END $$;

-- What happened to certificates. `subject` is the number: it stands here alone and never in a leaf.
CREATE TABLE transparency.entry (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  subject text NOT NULL,
  commitment text NOT NULL,
  at timestamptz(3) NOT NULL,
  CONSTRAINT entry_kind_is_known CHECK (kind IN ('issue', 'supersede', 'suspend', 'reinstate', 'revoke')),
  CONSTRAINT commitment_is_a_hash CHECK (commitment ~ '^[0-9a-f]{64}$'),
  CONSTRAINT one_entry_per_deed UNIQUE (subject, kind, commitment)
);
-- What can happen to a certificate once only.
CREATE UNIQUE INDEX one_entry_of_a_final_kind ON transparency.entry (subject, kind)
  WHERE kind IN ('issue', 'supersede', 'revoke');
CREATE TRIGGER entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON transparency.entry
  FOR EACH STATEMENT EXECUTE FUNCTION transparency.refuse_change();

-- Entries in the order of the log. `bytes` is what was hashed, kept as it was.
CREATE TABLE transparency.leaf (
  index bigint PRIMARY KEY,
  entry_id uuid NOT NULL REFERENCES transparency.entry (id),
  bytes bytea NOT NULL,
  CONSTRAINT one_leaf_per_entry UNIQUE (entry_id),
  CONSTRAINT leaf_has_place CHECK (index >= 0),
  CONSTRAINT leaf_fits_a_bundle CHECK (octet_length(bytes) BETWEEN 1 AND 65535)
);
CREATE TRIGGER leaf_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON transparency.leaf
  FOR EACH STATEMENT EXECUTE FUNCTION transparency.refuse_change();

-- Entries that have no leaf yet. Written with each entry; a row goes when there is a leaf and never before.
CREATE TABLE transparency.waiting (
  entry_id uuid PRIMARY KEY REFERENCES transparency.entry (id)
);
CREATE FUNCTION transparency.queue_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO transparency.waiting (entry_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER entry_waits AFTER INSERT ON transparency.entry
  FOR EACH ROW EXECUTE FUNCTION transparency.queue_entry();
CREATE FUNCTION transparency.keep_waiting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM transparency.leaf WHERE entry_id = OLD.entry_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'an entry without a leaf waits' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER waiting_ends_with_a_leaf BEFORE DELETE ON transparency.waiting
  FOR EACH ROW EXECUTE FUNCTION transparency.keep_waiting();

-- The Merkle tree in tiles (C2SP tlog-tiles): up to 256 hashes of one height. A tile grows at its end and changes in no other way, except
-- that one whose bytes no longer have their digest may be given back the bytes that do.
CREATE TABLE transparency.tile (
  level smallint NOT NULL,
  index bigint NOT NULL,
  hashes bytea NOT NULL,
  digest bytea NOT NULL,
  PRIMARY KEY (level, index),
  CONSTRAINT tile_has_place CHECK (level BETWEEN 0 AND 63 AND index >= 0),
  CONSTRAINT tile_has_whole_hashes CHECK (octet_length(hashes) BETWEEN 32 AND 8192 AND octet_length(hashes) % 32 = 0)
);
ALTER TABLE transparency.tile ALTER COLUMN hashes SET STORAGE EXTERNAL;
CREATE FUNCTION transparency.only_grow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.level, NEW.index) = (OLD.level, OLD.index) AND sha256(NEW.hashes) = NEW.digest THEN
    IF sha256(OLD.hashes) = OLD.digest
       AND substring(NEW.hashes FOR octet_length(OLD.hashes)) = OLD.hashes THEN
      RETURN NEW;
    END IF;
    IF sha256(OLD.hashes) <> OLD.digest AND (NEW.digest = OLD.digest OR NEW.hashes = OLD.hashes) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'a tile only grows' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER tile_only_grows BEFORE UPDATE OR DELETE ON transparency.tile
  FOR EACH ROW EXECUTE FUNCTION transparency.only_grow();
CREATE TRIGGER tile_is_not_emptied BEFORE TRUNCATE ON transparency.tile
  FOR EACH STATEMENT EXECUTE FUNCTION transparency.refuse_change();

-- The tree as it is. Each growth compares and swaps this row, so that two who grow the log at once can never part ways.
CREATE TABLE transparency.head (
  id boolean PRIMARY KEY DEFAULT true,
  origin text NOT NULL,
  size bigint NOT NULL,
  root bytea NOT NULL,
  CONSTRAINT one_head CHECK (id),
  CONSTRAINT head_has_root CHECK (size >= 0 AND octet_length(root) = 32)
);
CREATE FUNCTION transparency.only_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.origin = OLD.origin AND NEW.size > OLD.size THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the log only grows' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER head_only_moves_forward BEFORE UPDATE OR DELETE ON transparency.head
  FOR EACH ROW EXECUTE FUNCTION transparency.only_forward();

-- The keys that the log was signed with. Another key at hand signs nothing until it is adopted on purpose.
CREATE TABLE transparency.signing_key (
  verifier_key text PRIMARY KEY,
  adopted_at timestamptz(3) NOT NULL
);
CREATE TRIGGER signing_key_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON transparency.signing_key
  FOR EACH STATEMENT EXECUTE FUNCTION transparency.refuse_change();

-- Every signed checkpoint: one for each size, and never another.
CREATE TABLE transparency.checkpoint (
  size bigint PRIMARY KEY,
  root bytea NOT NULL,
  text text NOT NULL,
  signature_line text NOT NULL,
  signed_at timestamptz(3) NOT NULL,
  CONSTRAINT checkpoint_has_root CHECK (size >= 0 AND octet_length(root) = 32)
);
CREATE TRIGGER checkpoint_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON transparency.checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION transparency.refuse_change();

-- What witnesses signed (C2SP tlog-cosignature): the first signature of each on a checkpoint.
CREATE TABLE transparency.cosignature (
  size bigint NOT NULL REFERENCES transparency.checkpoint (size),
  key_name text NOT NULL,
  key_id text NOT NULL,
  line text NOT NULL,
  signed_at timestamptz(3) NOT NULL,
  PRIMARY KEY (size, key_name, key_id)
);
CREATE TRIGGER cosignature_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON transparency.cosignature
  FOR EACH STATEMENT EXECUTE FUNCTION transparency.refuse_change();
