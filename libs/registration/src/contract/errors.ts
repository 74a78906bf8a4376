import { problem } from '@hz/kernel';

export class SessionNotFound extends problem('registration.session-not-found', 'not-found') {}
export class SessionNotValid extends problem('registration.session-not-valid', 'invalid') {}
export class SessionNotDraft extends problem('registration.session-not-draft', 'conflict') {}
export class SessionCannotBecome extends problem('registration.session-cannot-become', 'conflict') {}
export class FormsNotReady extends problem('registration.forms-not-ready', 'conflict') {}
export class SchemeNotPublished extends problem('registration.scheme-not-published', 'conflict') {}
export class WindowNotOver extends problem('registration.window-not-over', 'conflict') {}
export class WindowHasBegun extends problem('registration.window-has-begun', 'conflict') {}
export class RegistrationNotFound extends problem('registration.not-found', 'not-found') {}
export class RegistrationNotOpen extends problem('registration.not-open', 'conflict') {}
export class AlreadyRegistered extends problem('registration.already-registered', 'conflict') {}
export class SessionFull extends problem('registration.session-full', 'conflict') {}
export class NotEligible extends problem('registration.not-eligible', 'invalid') {}
export class NoSittingsLeft extends problem('registration.no-sittings-left', 'conflict') {}
export class WaitingTimeNotOver extends problem('registration.waiting-time-not-over', 'conflict') {}
export class NoTicket extends problem('registration.no-ticket', 'conflict') {}
