-- A suspension can end, so it has a list of its own beside that of revocations: the same places, other bits.
CREATE TABLE verification.suspension_list (
  id integer PRIMARY KEY REFERENCES verification.status_list (id),
  bits bytea NOT NULL,
  version integer NOT NULL,
  credential text,
  signed_at timestamptz(3),
  CONSTRAINT suspension_list_has_full_length CHECK (octet_length(bits) = 16384),
  CONSTRAINT signed_suspension_list_has_moment CHECK ((credential IS NULL) = (signed_at IS NULL))
);

INSERT INTO verification.suspension_list (id, bits, version)
SELECT id, decode(repeat('00', 16384), 'hex'), 0 FROM verification.status_list;

UPDATE verification.suspension_list l
   SET bits = s.bits, version = 1
  FROM (SELECT e.list_id,
               (SELECT decode(string_agg(lpad(to_hex(coalesce(b.byte, 0)), 2, '0'), '' ORDER BY n), 'hex')
                  FROM generate_series(0, 16383) n
                  LEFT JOIN (SELECT e2.place / 8 AS at, bit_or(128 >> (e2.place % 8)) AS byte
                               FROM verification.status_entry e2
                               JOIN verification.published p2 ON p2.number = e2.number AND p2.status = 'suspended'
                              WHERE e2.list_id = e.list_id GROUP BY 1) b ON b.at = n) AS bits
          FROM verification.status_entry e
          JOIN verification.published p ON p.number = e.number AND p.status = 'suspended'
         GROUP BY e.list_id) s
 WHERE s.list_id = l.id;

-- Signed lists carry two proofs from now on: those of before are signed anew when somebody asks.
UPDATE verification.status_list SET credential = NULL, signed_at = NULL WHERE credential IS NOT NULL;

-- A superseded certificate names the one that took its place.
ALTER TABLE verification.published ADD COLUMN successor text;
ALTER TABLE verification.published ADD CONSTRAINT only_superseded_has_successor
  CHECK (successor IS NULL OR status = 'superseded') NOT VALID;
ALTER TABLE verification.published VALIDATE CONSTRAINT only_superseded_has_successor;
