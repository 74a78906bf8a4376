import { hashOf } from '@hz/kernel';
import { isAcknowledged, type Receipt, type SaveAck } from '@hz/delivery/contract';
import type { PendingSave } from './queue';

/** The acknowledgements that are genuine, of a reply to `batch`. A captive portal or a mixed-up proxy has none. */
export function genuineAcks(
  acks: readonly SaveAck[],
  batch: readonly PendingSave[],
  { macKey, attemptId }: { macKey: string; attemptId: string },
): SaveAck[] {
  const bySeq = new Map(batch.map((save) => [save.seq, save]));
  return acks.filter((ack) => {
    const save = bySeq.get(ack.seq);
    return save !== undefined && isAcknowledged(macKey, attemptId, save, ack);
  });
}

/** Whether the hash of a receipt is that of the responses in it. */
export function receiptHashHolds({ attemptId, responses, hash }: Receipt): boolean {
  return hashOf({ attemptId, responses }) === hash;
}
