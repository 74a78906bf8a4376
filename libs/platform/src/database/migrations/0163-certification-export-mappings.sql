-- How certificates are written into somebody else's table: one column after the other, each a field or a constant.
CREATE TABLE certification.export_mapping (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  encoding text NOT NULL,
  columns jsonb NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT one_mapping_per_name UNIQUE (name),
  CONSTRAINT encoding_is_known CHECK (encoding IN ('utf-8', 'gb18030'))
);
