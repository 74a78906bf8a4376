import { problem } from '@hz/kernel';

export class RoleNotFound extends problem('competency.role-not-found', 'not-found') {}
export class SchemeNotFound extends problem('competency.scheme-not-found', 'not-found') {}
