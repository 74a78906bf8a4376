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
export class PaperNotFound extends problem('delivery.paper-not-found', 'not-found') {}
/** What is stored is no longer what was sealed: it is never served. */
export class PaperDamaged extends problem('delivery.paper-damaged', 'unavailable') {}
export class PageKeyUnusable extends problem('delivery.page-key-unusable', 'invalid') {}
/** More than a person can change; the allowance of one attempt is used up. */
export class SavingTooFast extends problem('delivery.saving-too-fast', 'rate-limited') {}
export class SavesQueuedUp extends problem('delivery.saves-queued-up', 'rate-limited') {}
/** Also one of a session that the caller does not reach. */
export class IncidentNotFound extends problem('delivery.incident-not-found', 'not-found') {}
export class IncidentNotOver extends problem('delivery.incident-not-over', 'conflict') {}
/** It has grown, or was corrected, since the manager looked at it. */
export class IncidentChanged extends problem('delivery.incident-changed', 'conflict') {}
export class IncidentDecided extends problem('delivery.incident-decided', 'conflict') {}
export class NoResitsToConfirm extends problem('delivery.no-resits-to-confirm', 'conflict') {}
export class IncidentOutsideSession extends problem('delivery.incident-outside-session', 'invalid') {}
export class UnknownSeats extends problem('delivery.unknown-seats', 'invalid') {}
/** No machine decides about an incident (P13). */
export class PersonMustDecide extends problem('delivery.person-must-decide', 'forbidden') {}
/** The log of the session is in an archive; it must be restored before anything is computed from it again. */
export class LogArchived extends problem('delivery.log-archived', 'conflict') {}
/** Attempts may still be under way, or results are not released. */
export class SessionNotOver extends problem('delivery.session-not-over', 'conflict') {}
/** The session's log shares its partition with others. */
export class PartitionShared extends problem('delivery.partition-shared', 'conflict') {}
/** A file is not the archive that was written of this session. */
export class ArchiveDamaged extends problem('delivery.archive-damaged', 'invalid') {}
/** A journal that names beacons or values that it does not bring. */
export class JournalUnusable extends problem('delivery.journal-unusable', 'invalid') {}
/** What was uploaded is no file that a page of this platform has written. */
export class ResponseFileUnreadable extends problem('delivery.response-file-unreadable', 'invalid') {}
export class ResponseFileTooLarge extends problem('delivery.response-file-too-large', 'invalid') {}
export class ResponseFileCutOff extends problem('delivery.response-file-cut-off', 'invalid') {}
/** It does not open, or was not made by the page of its attempt. */
export class ResponseFileAltered extends problem('delivery.response-file-altered', 'invalid') {}
/** It was encrypted for another installation. */
export class ResponseFileOfAnother extends problem('delivery.response-file-of-another', 'invalid') {}
/** Its attempt is none of this session. */
export class ResponseFileForeign extends problem('delivery.response-file-foreign', 'invalid') {}
export class AnswerNotFound extends problem('delivery.answer-not-found', 'not-found') {}
/** Somebody has decided about it, and otherwise. */
export class AnswerDecided extends problem('delivery.answer-decided', 'conflict') {}
/** The page may still save, and its answers count by the rule. */
export class AttemptStillOpen extends problem('delivery.attempt-still-open', 'conflict') {}
/** Results are out: what changes them now is a rescoring. */
export class ResultsReleased extends problem('delivery.results-released', 'conflict') {}
/** Nobody decides about the own answers. */
export class OwnAnswers extends problem('delivery.own-answers', 'forbidden') {}
/** A later answer to the same item was accepted, which this one would replace. */
export class LaterAnswerAccepted extends problem('delivery.later-answer-accepted', 'conflict') {}
