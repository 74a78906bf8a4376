export { Attempts, type AttemptRecord } from './application/attempts';
export { CloseOverdue } from './application/close-overdue.command';
export { EnterAttempt } from './application/enter-attempt.command';
export { SaveResponses } from './application/save-responses.command';
export { StartAttempt } from './application/start-attempt.command';
export { Submissions, type Submission } from './application/submissions';
export { SubmitAttempt } from './application/submit-attempt.command';
export { DeliveryModule } from './delivery.module';
