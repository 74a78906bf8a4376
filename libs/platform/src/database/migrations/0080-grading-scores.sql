CREATE SCHEMA grading;

-- One attempt that the machine has scored. Its row is what marking, settling and releasing lock, in this order: session, attempt, task.
CREATE TABLE grading.scored_attempt (
  attempt_id uuid PRIMARY KEY,
  session_id uuid NOT NULL,
  registration_id uuid NOT NULL,
  person_id uuid NOT NULL,
  form_id uuid NOT NULL,
  scheme_version_id uuid NOT NULL,
  -- Those of the candidate at the registration and at the scoring: their people may not mark.
  institution_ids uuid[] NOT NULL,
  generation integer NOT NULL CONSTRAINT generation_counts_from_one CHECK (generation >= 1),
  scoring_version text NOT NULL,
  responses_hash text NOT NULL,
  scored_at timestamptz(3) NOT NULL,
  -- Null while the result does not hold all that was marked.
  settled_at timestamptz(3),
  released_at timestamptz(3),
  CONSTRAINT one_scored_attempt_per_registration UNIQUE (registration_id),
  CONSTRAINT released_attempt_is_settled CHECK (released_at IS NULL OR settled_at IS NOT NULL)
);
CREATE INDEX scored_attempt_by_session ON grading.scored_attempt (session_id, attempt_id);
CREATE INDEX scored_attempt_unsettled ON grading.scored_attempt (scored_at) WHERE settled_at IS NULL;

-- Points of one item. A later scoring writes the next generation beside this one and leaves it as it is.
CREATE TABLE grading.score (
  attempt_id uuid NOT NULL REFERENCES grading.scored_attempt (attempt_id),
  item_ref text NOT NULL,
  generation integer NOT NULL,
  points numeric(16, 4) NOT NULL,
  max_points numeric(16, 4) NOT NULL,
  source text NOT NULL CONSTRAINT score_source_is_known CHECK (source IN ('machine', 'marker')),
  outcome jsonb NOT NULL,
  PRIMARY KEY (attempt_id, item_ref, generation),
  CONSTRAINT points_lie_within_the_item CHECK (points >= 0 AND points <= max_points)
);

CREATE TABLE grading.marking_task (
  id uuid PRIMARY KEY,
  attempt_id uuid NOT NULL REFERENCES grading.scored_attempt (attempt_id),
  session_id uuid NOT NULL,
  form_id uuid NOT NULL,
  item_ref text NOT NULL,
  item_version_id uuid NOT NULL,
  generation integer NOT NULL,
  script_no text NOT NULL CONSTRAINT one_task_per_script_number UNIQUE,
  response text NOT NULL,
  max_points numeric(16, 4) NOT NULL,
  status text NOT NULL CONSTRAINT task_status_is_known CHECK (status IN ('waiting', 'claimed', 'marked')),
  version integer NOT NULL,
  claimed_by uuid,
  claimed_until timestamptz(3),
  marks jsonb,
  comment text,
  points numeric(16, 4),
  marked_by uuid,
  marked_at timestamptz(3),
  CONSTRAINT one_task_per_open_response UNIQUE (attempt_id, item_ref, generation),
  CONSTRAINT claimed_task_has_holder CHECK ((status = 'claimed') = (claimed_by IS NOT NULL AND claimed_until IS NOT NULL)),
  CONSTRAINT marked_task_has_marks CHECK (
    (status = 'marked') = (marks IS NOT NULL AND comment IS NOT NULL AND points IS NOT NULL AND marked_by IS NOT NULL AND marked_at IS NOT NULL)
  ),
  CONSTRAINT mark_lies_within_the_item CHECK (points >= 0 AND points <= max_points)
);
CREATE INDEX task_by_queue ON grading.marking_task (session_id, item_version_id, script_no) WHERE status <> 'marked';
CREATE INDEX task_by_marker ON grading.marking_task (marked_by, marked_at) WHERE status = 'marked';
CREATE INDEX task_by_attempt ON grading.marking_task (attempt_id);

-- What markers did with a script, one row a deed: the history of its marks, for moderation and appeals.
CREATE TABLE grading.marking_act (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES grading.marking_task (id),
  marker_id uuid NOT NULL,
  kind text NOT NULL CONSTRAINT act_kind_is_known CHECK (kind IN ('claimed', 'marked', 'undone', 'skipped', 'flagged')),
  version integer NOT NULL,
  details jsonb NOT NULL,
  at timestamptz(3) NOT NULL
);
CREATE INDEX act_by_task ON grading.marking_act (task_id, marker_id, kind);

CREATE FUNCTION grading.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what a marker did is kept as it was' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER marking_act_is_append_only BEFORE UPDATE OR DELETE ON grading.marking_act
  FOR EACH ROW EXECUTE FUNCTION grading.refuse_change();
