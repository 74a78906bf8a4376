-- When a signed checkpoint of the transparency log was first seen to hold the certificate: what makes it outlive a compromise of the key.
ALTER TABLE verification.published ADD COLUMN logged_at timestamptz(3);
CREATE FUNCTION verification.keep_logged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was logged stays so' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER logged_once BEFORE UPDATE ON verification.published
  FOR EACH ROW WHEN (OLD.logged_at IS NOT NULL AND NEW.logged_at IS DISTINCT FROM OLD.logged_at)
  EXECUTE FUNCTION verification.keep_logged();
