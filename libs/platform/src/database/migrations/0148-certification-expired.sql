-- Certificates whose expiry was announced. A row is written with the event.
CREATE TABLE certification.expired (
  number text PRIMARY KEY REFERENCES certification.certificate (number),
  announced_at timestamptz(3) NOT NULL
);
