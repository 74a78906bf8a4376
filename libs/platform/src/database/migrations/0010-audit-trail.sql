CREATE SCHEMA audit;

CREATE TABLE audit.entry (
  id uuid PRIMARY KEY,
  at timestamptz(3) NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  object_type text NOT NULL,
  object_id text NOT NULL,
  details jsonb NOT NULL
);
CREATE INDEX entry_by_object ON audit.entry (object_type, object_id);
CREATE INDEX entry_by_actor ON audit.entry (actor, at);
CREATE INDEX entry_by_time ON audit.entry (at, id);

-- The chain is written behind the entries, in one place, so that a thousand deeds at once need not queue for its head.
CREATE TABLE audit.link (
  no bigint PRIMARY KEY,
  entry_id uuid NOT NULL UNIQUE REFERENCES audit.entry (id),
  previous_hash text NOT NULL,
  hash text NOT NULL
);

CREATE FUNCTION audit.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER link_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.link
  FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
