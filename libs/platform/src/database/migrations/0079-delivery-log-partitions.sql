-- The response log becomes one partition for each session: attached before the first candidate enters, archived and detached when all is
-- final. What was logged so far becomes the partition of all sessions that exist, without moving a row.
ALTER TABLE delivery.response_log RENAME TO response_log_first;
ALTER TABLE delivery.response_log_first RENAME CONSTRAINT one_response_per_sequence TO response_log_first_pkey;
DROP TRIGGER response_log_is_append_only ON delivery.response_log_first;
DROP TRIGGER response_log_is_not_emptied ON delivery.response_log_first;

CREATE TABLE delivery.response_log (
  session_id uuid NOT NULL,
  attempt_id uuid NOT NULL,
  seq integer NOT NULL,
  item_ref text NOT NULL,
  value jsonb NOT NULL,
  late boolean NOT NULL,
  received_at timestamptz(3) NOT NULL,
  CONSTRAINT one_response_per_sequence PRIMARY KEY (session_id, attempt_id, seq)
) PARTITION BY LIST (session_id);

CREATE TRIGGER response_log_is_append_only BEFORE UPDATE OR DELETE ON delivery.response_log
  FOR EACH ROW EXECUTE FUNCTION delivery.refuse_change();
CREATE TRIGGER response_log_is_not_emptied BEFORE TRUNCATE ON delivery.response_log
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.refuse_change();

-- A partition on its own, not attached yet: made apart, because that lets saves of other sessions go on meanwhile.
CREATE FUNCTION delivery.make_log_partition(session uuid) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  partition text := 'response_log_' || replace(session::text, '-', '');
BEGIN
  EXECUTE format('CREATE TABLE delivery.%I (LIKE delivery.response_log INCLUDING ALL)', partition);
  EXECUTE format('CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON delivery.%I FOR EACH STATEMENT EXECUTE FUNCTION delivery.refuse_change()', partition);
  RETURN partition;
END $$;

-- Attaches the partition of a session; doing it again changes nothing.
CREATE FUNCTION delivery.attach_log_partition(session uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  partition text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('delivery.response_log', 0));
  IF EXISTS (SELECT 1 FROM delivery.log_partition WHERE session_id = session) THEN
    RETURN;
  END IF;
  partition := delivery.make_log_partition(session);
  EXECUTE format('ALTER TABLE delivery.response_log ATTACH PARTITION delivery.%I FOR VALUES IN (%L)', partition, session);
  INSERT INTO delivery.log_partition (session_id, name) VALUES (session, partition);
END $$;

-- Which partition holds the log of a session, and where it is when it has been archived.
CREATE TABLE delivery.log_partition (
  session_id uuid PRIMARY KEY,
  name text NOT NULL,
  attached_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  archived_at timestamptz(3),
  archive_digest text,
  archive_rows bigint,
  CONSTRAINT an_archive_is_described CHECK ((archived_at IS NULL) = (archive_digest IS NULL) AND (archived_at IS NULL) = (archive_rows IS NULL))
);

DO $$
DECLARE
  sessions text := (SELECT string_agg(quote_literal(id), ', ') FROM registration.session);
BEGIN
  IF sessions IS NULL THEN
    DROP TABLE delivery.response_log_first;
  ELSE
    CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON delivery.response_log_first
      FOR EACH STATEMENT EXECUTE FUNCTION delivery.refuse_change();
    EXECUTE format('ALTER TABLE delivery.response_log ATTACH PARTITION delivery.response_log_first FOR VALUES IN (%s)', sessions);
    INSERT INTO delivery.log_partition (session_id, name) SELECT id, 'response_log_first' FROM registration.session;
  END IF;
END $$;
