-- Pictures of seals and signatures, as they were cleaned when they came in; by the SHA-256 of their bytes.
CREATE TABLE certification.template_picture (
  hash text PRIMARY KEY,
  media_type text NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  bytes bytea NOT NULL,
  added_at timestamptz(3) NOT NULL,
  CONSTRAINT picture_is_png_or_jpeg CHECK (media_type IN ('image/png', 'image/jpeg')),
  CONSTRAINT picture_is_named_by_its_hash CHECK (hash = encode(sha256(bytes), 'hex'))
);

-- What is being edited, one for each scope: the id of a scheme, or `default` for all that have none of their own.
CREATE TABLE certification.template_draft (
  scope text PRIMARY KEY,
  body jsonb NOT NULL,
  revision integer NOT NULL,
  changed_at timestamptz(3) NOT NULL
);

-- What certificates are printed with. A version never changes, so that a certificate can be printed again to the same bytes.
CREATE TABLE certification.template_version (
  id uuid PRIMARY KEY,
  scope text NOT NULL,
  version integer NOT NULL,
  body jsonb NOT NULL,
  published_at timestamptz(3) NOT NULL,
  CONSTRAINT one_template_per_scope_and_version UNIQUE (scope, version)
);

CREATE FUNCTION certification.freeze_template() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what certificates are printed with never changes' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER template_version_is_frozen BEFORE UPDATE OR DELETE ON certification.template_version
  FOR EACH ROW EXECUTE FUNCTION certification.freeze_template();
CREATE TRIGGER template_picture_is_frozen BEFORE UPDATE OR DELETE ON certification.template_picture
  FOR EACH ROW EXECUTE FUNCTION certification.freeze_template();

-- Chosen with the intent. Certificates of before have none: they were printed with what was built in.
ALTER TABLE certification.certificate
  ADD COLUMN template_version_id uuid REFERENCES certification.template_version (id);
CREATE TRIGGER template_of_certificate_is_frozen BEFORE UPDATE OF template_version_id ON certification.certificate
  FOR EACH ROW WHEN (OLD.template_version_id IS DISTINCT FROM NEW.template_version_id)
  EXECUTE FUNCTION certification.freeze_template();
