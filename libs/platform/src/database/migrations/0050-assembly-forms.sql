CREATE SCHEMA assembly;

CREATE TABLE assembly.blueprint (
  id uuid PRIMARY KEY,
  code text NOT NULL,
  version integer NOT NULL,
  scheme_version_id uuid NOT NULL REFERENCES competency.scheme_version (id),
  status text NOT NULL,
  body jsonb NOT NULL,
  content_hash text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT one_blueprint_per_version UNIQUE (code, version),
  CONSTRAINT blueprint_status_is_known CHECK (status IN ('published', 'retired'))
);
CREATE UNIQUE INDEX one_published_blueprint_per_code ON assembly.blueprint (code) WHERE status = 'published';

CREATE TABLE assembly.form (
  id uuid PRIMARY KEY,
  code text NOT NULL,
  blueprint_id uuid NOT NULL REFERENCES assembly.blueprint (id),
  scheme_version_id uuid NOT NULL REFERENCES competency.scheme_version (id),
  status text NOT NULL,
  seed text NOT NULL,
  body jsonb NOT NULL,
  content_hash text NOT NULL,
  points numeric(16, 4) NOT NULL,
  items integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  published_at timestamptz(3),
  CONSTRAINT form_code_is_unique UNIQUE (code),
  CONSTRAINT form_status_is_known CHECK (status IN ('draft', 'published')),
  CONSTRAINT published_form_has_moment CHECK ((status = 'published') = (published_at IS NOT NULL))
);
CREATE INDEX form_by_blueprint ON assembly.form (blueprint_id);

CREATE TABLE assembly.form_item (
  form_id uuid NOT NULL REFERENCES assembly.form (id),
  item_version_id uuid NOT NULL REFERENCES item_bank.item_version (id),
  ref text NOT NULL,
  position integer NOT NULL,
  PRIMARY KEY (form_id, item_version_id),
  CONSTRAINT one_item_per_ref UNIQUE (form_id, ref)
);
CREATE INDEX form_item_by_version ON assembly.form_item (item_version_id);

-- Apart from the form, so that who may read the one cannot read the other by mistake (P3).
CREATE TABLE assembly.key_sheet (
  form_id uuid PRIMARY KEY REFERENCES assembly.form (id),
  body jsonb NOT NULL,
  content_hash text NOT NULL
);

-- P11: only items of the exam pool stand in a form.
CREATE FUNCTION assembly.only_exam_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM item_bank.item_version v JOIN item_bank.item i ON i.id = v.item_id
     WHERE v.id = NEW.item_version_id AND i.pool = 'exam'
  ) THEN
    RAISE EXCEPTION 'a form takes items of the exam pool only' USING ERRCODE = 'check_violation', CONSTRAINT = 'form_takes_exam_items';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER form_takes_exam_items BEFORE INSERT OR UPDATE ON assembly.form_item
  FOR EACH ROW EXECUTE FUNCTION assembly.only_exam_items();

-- P5: a published form and its key sheet never change.
CREATE FUNCTION assembly.freeze_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'draft' THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  RAISE EXCEPTION 'a published form is frozen' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER published_form_is_frozen BEFORE UPDATE OR DELETE ON assembly.form
  FOR EACH ROW EXECUTE FUNCTION assembly.freeze_form();

CREATE FUNCTION assembly.freeze_form_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM assembly.form f WHERE f.id IN (OLD.form_id, NEW.form_id) AND f.status = 'published') THEN
    RAISE EXCEPTION 'a published form is frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER items_of_published_form_are_frozen BEFORE INSERT OR UPDATE OR DELETE ON assembly.form_item
  FOR EACH ROW EXECUTE FUNCTION assembly.freeze_form_part();
CREATE TRIGGER keys_of_published_form_are_frozen BEFORE INSERT OR UPDATE OR DELETE ON assembly.key_sheet
  FOR EACH ROW EXECUTE FUNCTION assembly.freeze_form_part();
