-- A key that was replaced ends at a moment; both use up one quota, that of the first of them. A sandbox key reaches test certificates alone.
ALTER TABLE identity.api_key
  ADD COLUMN quota_of uuid REFERENCES identity.api_key (id),
  ADD COLUMN expires_at timestamptz(3),
  ADD COLUMN replaced_by uuid REFERENCES identity.api_key (id),
  ADD COLUMN sandbox boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT replaced_key_ends CHECK (replaced_by IS NULL OR expires_at IS NOT NULL);
CREATE UNIQUE INDEX a_key_replaces_one ON identity.api_key (replaced_by);
