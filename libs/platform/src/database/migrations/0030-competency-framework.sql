CREATE SCHEMA competency;

-- The framework (能力体系). Its ids are words, for ever: items, blueprints and certificates name them.
CREATE TABLE competency.domain (
  id text PRIMARY KEY,
  position integer NOT NULL,
  name jsonb NOT NULL
);

CREATE TABLE competency.direction (
  id text PRIMARY KEY,
  domain_id text NOT NULL REFERENCES competency.domain (id),
  position integer NOT NULL,
  name jsonb NOT NULL
);

CREATE TABLE competency.level (
  id text PRIMARY KEY CONSTRAINT level_is_one_of_five CHECK (id IN ('L5', 'L4', 'L3', 'L2', 'L1')),
  no integer NOT NULL UNIQUE,
  name jsonb NOT NULL,
  description jsonb
);

CREATE TABLE competency.skill (
  id text PRIMARY KEY,
  kind text NOT NULL,
  name jsonb NOT NULL,
  definition jsonb
);

CREATE TABLE competency.role (
  id text PRIMARY KEY,
  no integer NOT NULL CONSTRAINT one_role_per_number UNIQUE,
  direction_id text NOT NULL REFERENCES competency.direction (id),
  name jsonb NOT NULL,
  summary jsonb,
  duties jsonb NOT NULL
);

CREATE TABLE competency.role_heading (
  id text PRIMARY KEY,
  role_id text NOT NULL REFERENCES competency.role (id),
  position integer NOT NULL,
  name jsonb NOT NULL
);

-- A skill stands under a heading of the role; one without a heading was added for the reason that `reason` gives.
CREATE TABLE competency.role_skill (
  role_id text NOT NULL REFERENCES competency.role (id),
  position integer NOT NULL,
  heading_id text REFERENCES competency.role_heading (id),
  skill_id text NOT NULL REFERENCES competency.skill (id),
  emphasis integer NOT NULL CONSTRAINT emphasis_is_one_to_five CHECK (emphasis BETWEEN 1 AND 5),
  reason jsonb,
  PRIMARY KEY (role_id, position),
  CONSTRAINT one_skill_per_heading UNIQUE NULLS NOT DISTINCT (role_id, heading_id, skill_id),
  CONSTRAINT added_skill_has_reason CHECK (heading_id IS NOT NULL OR reason IS NOT NULL)
);
