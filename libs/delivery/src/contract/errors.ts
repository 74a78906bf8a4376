import { problem } from '@hz/kernel';

export class AttemptNotFound extends problem('delivery.attempt-not-found', 'not-found') {}
export class NotOpenYet extends problem('delivery.not-open-yet', 'conflict') {}
export class EntryClosed extends problem('delivery.entry-closed', 'conflict') {}
export class NotStarted extends problem('delivery.not-started', 'conflict') {}
export class AttemptClosed extends problem('delivery.attempt-closed', 'conflict') {}
/** Another tab or device writes; what this one sent is kept for recovery. */
export class NotTheWriter extends problem('delivery.not-the-writer', 'conflict') {}
export class PastGrace extends problem('delivery.past-grace', 'conflict') {}
export class SectionClosed extends problem('delivery.section-closed', 'conflict') {}
export class SectionNotNext extends problem('delivery.section-not-next', 'conflict') {}
export class SectionTooEarly extends problem('delivery.section-too-early', 'conflict') {}
export class TooEarlyToHandIn extends problem('delivery.too-early-to-hand-in', 'conflict') {}
/** A sequence number came twice with different values. */
export class SequenceTaken extends problem('delivery.sequence-taken', 'conflict') {}
export class NotAnItem extends problem('delivery.not-an-item', 'invalid') {}
export class SavesQueuedUp extends problem('delivery.saves-queued-up', 'rate-limited') {}
