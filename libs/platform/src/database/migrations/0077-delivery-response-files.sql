-- The keys to which pages encrypt response files; the private half is itself encrypted under the master key.
CREATE TABLE delivery.response_file_key (
  id text PRIMARY KEY,
  public_key text NOT NULL,
  private_key_encrypted bytea NOT NULL,
  made_at timestamptz(3) NOT NULL,
  -- Files that were made for a retired key are still read.
  retired_at timestamptz(3)
);
CREATE UNIQUE INDEX one_current_response_file_key ON delivery.response_file_key ((true)) WHERE retired_at IS NULL;

-- Files that were handed in for candidates, as they came: evidence of who brought what.
CREATE TABLE delivery.response_file (
  digest text PRIMARY KEY,
  session_id uuid NOT NULL,
  attempt_id uuid NOT NULL REFERENCES delivery.attempt (id),
  content bytea NOT NULL,
  uploaded_by uuid NOT NULL,
  uploaded_at timestamptz(3) NOT NULL,
  CONSTRAINT response_file_digest_is_that_of_the_content CHECK (digest = encode(sha256(content), 'hex'))
);
CREATE INDEX response_file_of_attempt ON delivery.response_file (attempt_id);
CREATE TRIGGER response_file_is_append_only BEFORE UPDATE OR DELETE ON delivery.response_file
  FOR EACH ROW EXECUTE FUNCTION delivery.refuse_evidence_change();
CREATE TRIGGER response_file_is_not_emptied BEFORE TRUNCATE ON delivery.response_file
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.refuse_evidence_change();
