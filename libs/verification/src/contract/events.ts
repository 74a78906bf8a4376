import { defineEvent } from '@hz/kernel';

/** A batch has lines that wait for their answers; `from` is how many have one. */
export const batchWaits = defineEvent<{ batchId: string; from: number }>()(
  'verification.batch-waits',
  ({ batchId, from }) => `${batchId}@${from}`,
);
