import { problem } from '@hz/kernel';

/** What is still missing stands in the params as `obstacles`. */
export class CannotRenewYet extends problem('certification.cannot-renew', 'conflict') {}
export class EducationNotFound extends problem('certification.education-not-found', 'not-found') {}
export class EducationDecidedAlready extends problem('certification.education-decided-already', 'conflict') {}
/** Continuing education in the future, or of before the registration period. */
export class EducationDayNotCounted extends problem('certification.education-day-not-counted', 'invalid') {}
export class TooManyEducationRecords extends problem('certification.too-many-education-records', 'conflict') {}
/** Not revoked, too late, or appealed against already. */
export class CannotAppeal extends problem('certification.cannot-appeal', 'conflict') {}
export class AppealNotFound extends problem('certification.appeal-not-found', 'not-found') {}
export class AppealDecidedAlready extends problem('certification.appeal-decided-already', 'conflict') {}
/** Whoever revoked a certificate does not decide the appeal against it. */
export class AppealOfOwnDecision extends problem('certification.appeal-of-own-decision', 'forbidden') {}
export class PublicPageNotFound extends problem('certification.public-page-not-found', 'not-found') {}
export class SlugTaken extends problem('certification.slug-taken', 'conflict') {}
export class ExportMappingNotFound extends problem('certification.export-mapping-not-found', 'not-found') {}
export class ExportMappingNameTaken extends problem('certification.export-mapping-name-taken', 'conflict') {}
export class RecheckUnderWay extends problem('certification.recheck-under-way', 'conflict') {}
