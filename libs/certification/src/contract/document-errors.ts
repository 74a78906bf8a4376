import { problem } from '@hz/kernel';

export class TemplateNotFound extends problem('certification.template-not-found', 'not-found') {}
/** Somebody else saved in between; nothing was written over it. */
export class TemplateHasChanged extends problem('certification.template-changed', 'conflict') {}
export class PictureNotFound extends problem('certification.picture-not-found', 'not-found') {}
export class PictureRefused extends problem('certification.picture-refused', 'invalid') {}
export class DocumentNotFound extends problem('certification.document-not-found', 'not-found') {}
/** An archive of this many files, or of this size, is not made. */
export class CohortTooLarge extends problem('certification.cohort-too-large', 'invalid') {}
