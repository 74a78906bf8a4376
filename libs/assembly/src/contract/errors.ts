import { problem } from '@hz/kernel';

export class BlueprintNotFound extends problem('assembly.blueprint-not-found', 'not-found') {}
/** The blueprint names something that does not exist; `fields` say what. */
export class BlueprintNotSound extends problem('assembly.blueprint-not-sound', 'invalid') {}
/** The bank cannot fill the blueprint; `fields` name each cell that lacks items, and `zh` and `en` say it in words. */
export class BlueprintUnfillable extends problem('assembly.blueprint-unfillable', 'invalid') {}
export class FormNotFound extends problem('assembly.form-not-found', 'not-found') {}
/** An item of the draft has a newer version, was retired or left the pool `exam` since. */
export class FormOutOfDate extends problem('assembly.form-out-of-date', 'conflict') {}
/** The solver found no answer in its time; a simpler blueprint or a second try with another seed helps. */
export class AssemblyTookTooLong extends problem('assembly.took-too-long', 'unavailable') {}
