CREATE TABLE competency.scheme (
  id uuid PRIMARY KEY,
  code text NOT NULL CONSTRAINT one_scheme_per_code UNIQUE,
  role_id text NOT NULL REFERENCES competency.role (id),
  level text NOT NULL REFERENCES competency.level (id),
  CONSTRAINT one_scheme_per_role_and_level UNIQUE (role_id, level)
);

CREATE TABLE competency.scheme_version (
  id uuid PRIMARY KEY,
  scheme_id uuid NOT NULL REFERENCES competency.scheme (id),
  version integer NOT NULL,
  status text NOT NULL CONSTRAINT scheme_status_is_known CHECK (status IN ('draft', 'published', 'retired')),
  body jsonb NOT NULL,
  content_hash text NOT NULL,
  published_at timestamptz(3),
  CONSTRAINT one_version_per_number UNIQUE (scheme_id, version),
  CONSTRAINT published_scheme_has_moment CHECK ((status = 'draft') = (published_at IS NULL))
);
CREATE UNIQUE INDEX one_published_version_per_scheme ON competency.scheme_version (scheme_id) WHERE status = 'published';

-- P5: what was published never changes; it can only be retired.
CREATE FUNCTION competency.freeze_scheme_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'draft' THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.status = 'published' AND NEW.status = 'retired'
     AND (to_jsonb(NEW) - 'status') = (to_jsonb(OLD) - 'status') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a published scheme version is frozen' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER published_scheme_version_is_frozen BEFORE UPDATE OR DELETE ON competency.scheme_version
  FOR EACH ROW EXECUTE FUNCTION competency.freeze_scheme_version();
