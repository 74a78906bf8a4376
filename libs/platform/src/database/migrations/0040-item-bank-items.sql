CREATE SCHEMA item_bank;

CREATE TABLE item_bank.bank (
  id text PRIMARY KEY,
  name jsonb NOT NULL
);

CREATE TABLE item_bank.item (
  id uuid PRIMARY KEY,
  code text NOT NULL CONSTRAINT one_item_per_code UNIQUE,
  bank_id text NOT NULL REFERENCES item_bank.bank (id),
  pool text NOT NULL CONSTRAINT pool_is_known CHECK (pool IN ('practice', 'exam', 'pretest')),
  status text NOT NULL CONSTRAINT item_status_is_known CHECK (status IN ('live', 'retired')),
  created_at timestamptz(3) NOT NULL
);
CREATE INDEX item_by_bank ON item_bank.item (bank_id, code);

CREATE TABLE item_bank.item_version (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES item_bank.item (id),
  version integer NOT NULL,
  type text NOT NULL,
  body jsonb NOT NULL,
  key jsonb NOT NULL,
  skill_id text NOT NULL REFERENCES competency.skill (id),
  level text NOT NULL REFERENCES competency.level (id),
  cognitive text NOT NULL,
  facility numeric(4, 3) NOT NULL CONSTRAINT facility_is_a_share CHECK (facility BETWEEN 0 AND 1),
  points numeric(16, 4) NOT NULL CONSTRAINT points_are_positive CHECK (points > 0),
  seconds integer NOT NULL,
  source jsonb NOT NULL,
  content_hash text NOT NULL,
  search text NOT NULL,
  status text NOT NULL CONSTRAINT version_status_is_known CHECK (status IN ('draft', 'published', 'retired')),
  published_at timestamptz(3),
  CONSTRAINT one_item_version_per_number UNIQUE (item_id, version),
  CONSTRAINT published_version_has_moment CHECK ((status = 'draft') = (published_at IS NULL)),
  CONSTRAINT body_has_the_type CHECK (body #>> '{interaction,type}' = type AND key #>> '{rule,type}' = type)
);
CREATE UNIQUE INDEX one_published_version_per_item ON item_bank.item_version (item_id) WHERE status = 'published';
CREATE INDEX published_version_by_skill ON item_bank.item_version (skill_id, level) WHERE status = 'published';

-- P5: what was published never changes; it can only be retired.
CREATE FUNCTION item_bank.freeze_item_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'draft' THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.status = 'published' AND NEW.status = 'retired'
     AND (to_jsonb(NEW) - 'status') = (to_jsonb(OLD) - 'status') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a published item version is frozen' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER published_item_version_is_frozen BEFORE UPDATE OR DELETE ON item_bank.item_version
  FOR EACH ROW EXECUTE FUNCTION item_bank.freeze_item_version();

-- P11: what was practised with never enters an exam, and what an exam may hold never enters practice.
CREATE FUNCTION item_bank.keep_pool() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.pool IS DISTINCT FROM OLD.pool AND OLD.pool <> 'pretest' THEN
    RAISE EXCEPTION 'an item stays in its pool' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.code IS DISTINCT FROM OLD.code THEN
    RAISE EXCEPTION 'the code of an item is for ever' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER item_stays_in_its_pool BEFORE UPDATE ON item_bank.item
  FOR EACH ROW EXECUTE FUNCTION item_bank.keep_pool();
