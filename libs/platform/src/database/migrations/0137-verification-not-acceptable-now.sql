-- The list of suspensions says of every certificate whether it must not be accepted now, for whatever reason: whoever reads that list alone
-- is told enough. The list of revocations says which of them will never come back.
DO $$
DECLARE
  taken record;
BEGIN
  FOR taken IN
    SELECT e.list_id, e.place FROM verification.status_entry e
      JOIN verification.published p ON p.number = e.number AND p.status IN ('revoked', 'superseded')
  LOOP
    UPDATE verification.suspension_list
       SET bits = set_bit(bits, taken.place - taken.place % 8 + 7 - taken.place % 8, 1), version = version + 1,
           credential = NULL, signed_at = NULL
     WHERE id = taken.list_id;
  END LOOP;
END $$;
