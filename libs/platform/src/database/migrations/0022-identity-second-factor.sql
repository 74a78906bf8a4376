-- A second factor that is being set up stands beside the one in force, which counts until the new one is confirmed.
ALTER TABLE identity.account ADD COLUMN totp_pending_encrypted bytea;
CREATE INDEX password_reset_of_account ON identity.password_reset (account_id);
