const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const ITEM_REF = /^i\d{2,3}$/;
const MAX_SAVES = 200;
const MAX_SEQUENCE = 1_000_000;
const MAX_TEXT = 20_000;
const MAX_CHOICES = 26;
const MAX_ID = 32;

/**
 * Whether `saveSchema` would take this body as it is: a fraction of the schema's time for what honest pages send all day. It may decline
 * what is sound (the schema then judges), and never accepts what is not.
 */
export function isSoundSave(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  const { leaseId, saves } = body as Record<string, unknown>;
  if (typeof leaseId !== 'string' || !UUID.test(leaseId)) return false;
  return Array.isArray(saves) && saves.length > 0 && saves.length <= MAX_SAVES && saves.every(isSound);
}

function isSound(save: unknown): boolean {
  if (typeof save !== 'object' || save === null) return false;
  const { seq, itemRef, value } = save as Record<string, unknown>;
  if (!Number.isInteger(seq) || (seq as number) < 1 || (seq as number) > MAX_SEQUENCE) return false;
  return typeof itemRef === 'string' && ITEM_REF.test(itemRef) && isSoundValue(value);
}

/** Values by gap or source are left to the schema. */
function isSoundValue(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value === 'string') return value.length <= MAX_TEXT;
  return Array.isArray(value) && value.length <= MAX_CHOICES && value.every(isId);
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && value.length <= MAX_ID;
}
