-- What a person decided about an answer that does not count by itself: once, with a reason. Only added to.
CREATE TABLE delivery.answer_decision (
  id uuid PRIMARY KEY,
  attempt_id uuid NOT NULL REFERENCES delivery.attempt (id),
  offline_answer_id uuid REFERENCES delivery.offline_answer (id),
  rejected_save_id bigint REFERENCES delivery.rejected_save (id),
  item_ref text NOT NULL,
  -- The number that the page gave the answer.
  seq integer NOT NULL,
  accepted boolean NOT NULL,
  reason text NOT NULL,
  decided_by uuid NOT NULL,
  decided_at timestamptz(3) NOT NULL,
  -- Under which number an accepted answer stands in the response log.
  log_seq integer,
  CONSTRAINT decision_is_about_one_answer CHECK ((offline_answer_id IS NULL) <> (rejected_save_id IS NULL)),
  CONSTRAINT accepted_answer_is_in_the_log CHECK (accepted = (log_seq IS NOT NULL)),
  CONSTRAINT decision_has_a_reason CHECK (btrim(reason) <> ''),
  CONSTRAINT one_decision_per_offline_answer UNIQUE (offline_answer_id),
  CONSTRAINT one_decision_per_rejected_save UNIQUE (rejected_save_id)
);
CREATE INDEX answer_decision_of_attempt ON delivery.answer_decision (attempt_id);
CREATE TRIGGER answer_decision_is_append_only BEFORE UPDATE OR DELETE ON delivery.answer_decision
  FOR EACH ROW EXECUTE FUNCTION delivery.refuse_evidence_change();
CREATE TRIGGER answer_decision_is_not_emptied BEFORE TRUNCATE ON delivery.answer_decision
  FOR EACH STATEMENT EXECUTE FUNCTION delivery.refuse_evidence_change();
