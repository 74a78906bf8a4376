CREATE SCHEMA webhooks;

-- Where an institution wants to hear of changes. Secrets lie sealed; after a rotation the earlier one signs too, for a while.
CREATE TABLE webhooks.endpoint (
  id uuid PRIMARY KEY,
  institution_id uuid NOT NULL,
  url text NOT NULL,
  description text NOT NULL,
  events text[] NOT NULL,
  secret bytea NOT NULL,
  earlier_secret bytea,
  earlier_until timestamptz(3),
  status text NOT NULL,
  disabled_reason text,
  failing_since timestamptz(3),
  created_by uuid,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT endpoint_status_is_known CHECK (status IN ('active', 'disabled')),
  CONSTRAINT disabled_endpoint_has_reason CHECK ((status = 'disabled') = (disabled_reason IS NOT NULL)),
  CONSTRAINT disabled_reason_is_known CHECK (disabled_reason IN ('by-hand', 'failing', 'gone')),
  CONSTRAINT earlier_secret_ends CHECK ((earlier_secret IS NULL) = (earlier_until IS NULL)),
  CONSTRAINT endpoint_hears_something CHECK (cardinality(events) > 0)
);
CREATE INDEX endpoint_of_institution ON webhooks.endpoint (institution_id, created_at DESC);

-- What there is to say, once per institution. `body` is what is signed and sent, kept as it was.
CREATE TABLE webhooks.message (
  id text PRIMARY KEY,
  institution_id uuid NOT NULL,
  type text NOT NULL,
  dedupe_key text NOT NULL,
  body text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT one_message_per_change UNIQUE (institution_id, dedupe_key)
);
CREATE INDEX message_by_age ON webhooks.message (created_at);

-- One message on its way to one endpoint. What is open is sent when it is due, by whoever leases it first.
CREATE TABLE webhooks.delivery (
  id uuid PRIMARY KEY,
  message_id text NOT NULL REFERENCES webhooks.message (id) ON DELETE CASCADE,
  endpoint_id uuid NOT NULL REFERENCES webhooks.endpoint (id) ON DELETE CASCADE,
  status text NOT NULL,
  attempts integer NOT NULL,
  due_at timestamptz(3),
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT delivery_status_is_known CHECK (status IN ('open', 'delivered', 'failed')),
  CONSTRAINT open_delivery_is_due CHECK ((status = 'open') = (due_at IS NOT NULL)),
  CONSTRAINT one_delivery_per_endpoint UNIQUE (message_id, endpoint_id)
);
CREATE INDEX delivery_due ON webhooks.delivery (due_at) WHERE status = 'open';
CREATE INDEX delivery_newest ON webhooks.delivery (endpoint_id, created_at DESC, id DESC);

CREATE TABLE webhooks.attempt (
  id uuid PRIMARY KEY,
  delivery_id uuid NOT NULL REFERENCES webhooks.delivery (id) ON DELETE CASCADE,
  at timestamptz(3) NOT NULL,
  took_ms integer NOT NULL,
  http_status integer,
  error text,
  response text,
  CONSTRAINT attempt_has_outcome CHECK ((http_status IS NULL) <> (error IS NULL))
);
CREATE INDEX attempt_of_delivery ON webhooks.attempt (delivery_id, at);
