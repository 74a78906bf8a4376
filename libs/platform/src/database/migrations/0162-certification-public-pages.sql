-- What a holder shows to everybody, by choice. The row stays while the page is off, so that it comes back as it was.
CREATE TABLE certification.public_page (
  person_id uuid PRIMARY KEY,
  slug text NOT NULL,
  shown boolean NOT NULL,
  name_shown text NOT NULL,
  achievement_ids uuid[] NOT NULL,
  skills_shown boolean NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT one_page_per_slug UNIQUE (slug),
  CONSTRAINT slug_is_plain CHECK (slug ~ '^[a-zA-Z0-9_-]{4,43}$'),
  CONSTRAINT name_shown_is_known CHECK (name_shown IN ('whole', 'masked'))
);
