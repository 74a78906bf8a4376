-- Answers that arrived after the end with a claim about when they were given, and what the rule said of each. Only added to.
CREATE TABLE delivery.offline_answer (
  id uuid PRIMARY KEY,
  session_id uuid NOT NULL,
  attempt_id uuid NOT NULL REFERENCES delivery.attempt (id),
  seq integer NOT NULL,
  item_ref text NOT NULL,
  value jsonb NOT NULL,
  source text NOT NULL,
  -- The lower bound: a server's beacon that the answer is chained after.
  beacon_at timestamptz(3),
  -- When the page says that it was given, by its monotonic clock since that beacon.
  claimed_at timestamptz(3),
  received_at timestamptz(3) NOT NULL,
  -- The end that it was held to: that of the sitting, or of the item's section.
  ends_at timestamptz(3) NOT NULL,
  verdict text NOT NULL,
  why text,
  CONSTRAINT offline_source_is_known CHECK (source IN ('page', 'file')),
  CONSTRAINT offline_verdict_is_known CHECK (verdict IN ('counts', 'decide', 'refused')),
  CONSTRAINT offline_answer_that_does_not_count_has_a_reason CHECK ((verdict = 'counts') = (why IS NULL)),
  CONSTRAINT offline_reason_is_known CHECK (why IN ('past-grace', 'closed', 'not-the-writer', 'section-closed', 'no-beacon',
    'sequence-taken', 'chain-broken', 'beacon-forged', 'before-beacon', 'numbered-before-beacon', 'after-receipt', 'given-after-end'))
);
CREATE INDEX offline_answer_of_session ON delivery.offline_answer (session_id, received_at);
-- A page or a file that says it again is kept once.
CREATE UNIQUE INDEX one_offline_answer_per_value ON delivery.offline_answer (attempt_id, seq, item_ref, md5(value::text));

CREATE FUNCTION delivery.refuse_evidence_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'evidence is only added to' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER offline_answer_is_append_only BEFORE UPDATE OR DELETE ON delivery.offline_answer
  FOR EACH ROW EXECUTE FUNCTION delivery.refuse_evidence_change();
CREATE TRIGGER offline_answer_is_not_emptied BEFORE TRUNCATE ON delivery.offline_answer
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.refuse_evidence_change();
