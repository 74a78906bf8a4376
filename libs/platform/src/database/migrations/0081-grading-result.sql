CREATE TABLE grading.result (
  id uuid PRIMARY KEY,
  attempt_id uuid NOT NULL REFERENCES grading.scored_attempt (attempt_id),
  registration_id uuid NOT NULL,
  session_id uuid NOT NULL,
  person_id uuid NOT NULL,
  scheme_version_id uuid NOT NULL,
  generation integer NOT NULL,
  scoring_version text NOT NULL,
  outcome text NOT NULL CONSTRAINT outcome_is_known CHECK (outcome IN ('passed', 'failed', 'incomplete')),
  total_percent numeric(6, 2) NOT NULL CONSTRAINT total_is_a_percentage CHECK (total_percent BETWEEN 0 AND 100),
  body jsonb NOT NULL,
  status text NOT NULL CONSTRAINT result_status_is_known CHECK (status IN ('provisional', 'final', 'superseded')),
  settled_at timestamptz(3) NOT NULL,
  released_at timestamptz(3),
  CONSTRAINT one_result_per_generation UNIQUE (attempt_id, generation),
  CONSTRAINT released_result_is_not_provisional CHECK ((status = 'provisional') = (released_at IS NULL))
);
-- P2: one provisional and one final result at most, whoever writes them.
CREATE UNIQUE INDEX one_final_result_per_attempt ON grading.result (attempt_id) WHERE status = 'final';
CREATE UNIQUE INDEX one_final_result_per_registration ON grading.result (registration_id) WHERE status = 'final';
CREATE UNIQUE INDEX one_provisional_result_per_registration ON grading.result (registration_id) WHERE status = 'provisional';
CREATE INDEX result_by_session ON grading.result (session_id);
CREATE INDEX result_by_person ON grading.result (person_id, released_at);

-- P5: a released result never changes; a later one can only take its place.
CREATE FUNCTION grading.freeze_result() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'provisional' THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.status = 'final' AND NEW.status = 'superseded'
     AND (to_jsonb(NEW) - 'status') = (to_jsonb(OLD) - 'status') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a released result is frozen' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER released_result_is_frozen BEFORE UPDATE OR DELETE ON grading.result
  FOR EACH ROW EXECUTE FUNCTION grading.freeze_result();

-- Scores and marks of a released attempt are what its result rests on, and stay with it.
CREATE FUNCTION grading.freeze_released_attempt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM grading.scored_attempt a
              WHERE a.attempt_id = OLD.attempt_id AND a.released_at IS NOT NULL) THEN
    RAISE EXCEPTION 'what a released result rests on is frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER released_score_is_frozen BEFORE UPDATE OR DELETE ON grading.score
  FOR EACH ROW EXECUTE FUNCTION grading.freeze_released_attempt();
CREATE TRIGGER released_mark_is_frozen BEFORE UPDATE OR DELETE ON grading.marking_task
  FOR EACH ROW EXECUTE FUNCTION grading.freeze_released_attempt();
