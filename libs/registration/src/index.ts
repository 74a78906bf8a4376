export { EndSession, MarkSessionReleased } from './application/end-session.command';
export { OpenSession } from './application/open-session.command';
export { PlanSession } from './application/plan-session.command';
export type { RegistrationRecord, SessionRecord } from './application/records';
export { Register } from './application/register.command';
export { Registrations } from './application/registrations';
export { Sessions } from './application/sessions';
export { RegistrationModule } from './registration.module';
