-- Which results an achievement rests on, so that the certificates of a session are found without reading all of them.
CREATE FUNCTION certification.result_ids(components jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY(SELECT jsonb_array_elements(components) ->> 'resultId');
CREATE INDEX achievement_by_result ON certification.achievement USING gin (certification.result_ids(components));
CREATE INDEX certificate_by_pdf ON certification.certificate (pdf_hash);
