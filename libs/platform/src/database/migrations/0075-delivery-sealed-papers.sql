-- A published form as one encrypted file for one session: what browsers fetch before the start. The keys stand apart from it, themselves
-- encrypted under the master key.
CREATE TABLE delivery.sealed_paper (
  digest text PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES registration.session (id),
  form_id uuid NOT NULL REFERENCES assembly.form (id),
  language text NOT NULL,
  content bytea NOT NULL,
  section_keys_encrypted bytea NOT NULL,
  sealed_at timestamptz(3) NOT NULL,
  CONSTRAINT one_paper_per_session_form_and_language UNIQUE (session_id, form_id, language),
  CONSTRAINT digest_is_that_of_the_content CHECK (digest = encode(sha256(content), 'hex')),
  CONSTRAINT paper_language_is_known CHECK (language IN ('zh', 'mul'))
);

CREATE FUNCTION delivery.refuse_paper_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a sealed paper never changes' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER sealed_paper_is_append_only BEFORE UPDATE OR DELETE ON delivery.sealed_paper
  FOR EACH ROW EXECUTE FUNCTION delivery.refuse_paper_change();
CREATE TRIGGER sealed_paper_is_not_emptied BEFORE TRUNCATE ON delivery.sealed_paper
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.refuse_paper_change();
