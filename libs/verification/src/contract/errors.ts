import { problem } from '@hz/kernel';

export class StatusListNotFound extends problem('verification.status-list-not-found', 'not-found') {}
export class ContextNotFound extends problem('verification.context-not-found', 'not-found') {}
/** Not one question is in the upload, or more than a batch takes. */
export class BatchSizeWrong extends problem('verification.batch-size-wrong', 'invalid') {}
/** Another upload had this idempotency key. */
export class BatchKeyTaken extends problem('verification.batch-key-taken', 'conflict') {}
export class BatchNotFound extends problem('verification.batch-not-found', 'not-found') {}
/** The number is published already, with another content. */
export class PublishedDifferently extends problem('verification.published-differently', 'conflict') {}
export class NotPublished extends problem('verification.not-published', 'not-found') {}
