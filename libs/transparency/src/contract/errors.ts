import { problem } from '@hz/kernel';

/** No such tile, entry or checkpoint; not yet, or not at all. */
export class LogPartNotFound extends problem('transparency.not-found', 'not-found') {}
/** The certificate has a leaf of this kind already, with another commitment. */
export class LoggedDifferently extends problem('transparency.logged-differently', 'conflict') {}
/** What is stored is not what was signed: `part` names it. It is not served. */
export class LogDamaged extends problem('transparency.damaged', 'unavailable') {}
/** The key at hand is not the one that the log is signed with, or its signature does not hold. Nothing is published. */
export class LogKeyRefused extends problem('transparency.key-refused', 'unavailable') {}
/** The entry waits still: too many others, or nobody could sign. */
export class NotIncludedYet extends problem('transparency.not-included-yet', 'unavailable') {}
/** Not a cosignature of a witness that we know on a checkpoint that we published. */
export class CosignatureRefused extends problem('transparency.cosignature-refused', 'invalid') {}
