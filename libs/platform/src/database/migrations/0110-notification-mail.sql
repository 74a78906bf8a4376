CREATE SCHEMA notification;

-- One mail for each dedupe key, however often its event is heard. Texts are composed when the mail goes out; tokens stand here sealed.
CREATE TABLE notification.mail (
  id uuid PRIMARY KEY,
  person_id uuid,
  to_address text NOT NULL,
  template text NOT NULL,
  language text NOT NULL,
  params jsonb NOT NULL,
  dedupe_key text NOT NULL,
  status text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  sent_at timestamptz(3),
  CONSTRAINT one_mail_per_dedupe_key UNIQUE (dedupe_key),
  CONSTRAINT mail_status_is_known CHECK (status IN ('waiting', 'sent', 'kept')),
  CONSTRAINT mail_language_is_known CHECK (language IN ('zh', 'en')),
  CONSTRAINT sent_mail_has_time CHECK ((status = 'sent') = (sent_at IS NOT NULL))
);
CREATE INDEX mail_newest ON notification.mail (created_at DESC);
