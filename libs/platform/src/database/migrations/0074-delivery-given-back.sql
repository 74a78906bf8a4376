-- What approved incidents have given back to an attempt, and what its candidate is told of it.
ALTER TABLE delivery.attempt
  ADD COLUMN incidents_ms integer NOT NULL DEFAULT 0,
  ADD COLUMN window_shift_ms integer NOT NULL DEFAULT 0,
  ADD COLUMN incident_notices jsonb NOT NULL DEFAULT '[]';
