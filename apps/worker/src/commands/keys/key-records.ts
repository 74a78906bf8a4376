import { userInfo } from 'node:os';
import type { INestApplicationContext } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { dangerouslySystem } from '@hz/kernel';
import type { RecordChange, SigningKey, Tx } from '@hz/platform';

const WHO = dangerouslySystem('keys');

/** Who is at the terminal: the audit trail knows the program alone. */
const operator = (): string => userInfo().username;

/** Writes what becomes of signing keys into the audit trail, in the transaction of the change. */
export function recordChanges(app: INestApplicationContext): RecordChange {
  return (tx: Tx, { id, purpose, compromisedAt }: SigningKey) => {
    const object = { type: 'signing-key', id };
    const details = { purpose, operator: operator() };
    return compromisedAt === null
      ? app.get(AuditTrail).record(tx, WHO, 'platform.key-made', object, details)
      : app.get(AuditTrail).record(tx, WHO, 'platform.key-compromised', object, { ...details, since: compromisedAt });
  };
}

/** The same for anything else that is done with keys. */
export function recordDeed(
  app: INestApplicationContext,
  tx: Tx,
  action: string,
  object: { readonly type: string; readonly id: string },
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return app.get(AuditTrail).record(tx, WHO, action, object, { ...details, operator: operator() });
}
