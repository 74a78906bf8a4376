import type { Brand } from './brand';

export type AccountId = Brand<string, 'AccountId'>;
export type PersonId = Brand<string, 'PersonId'>;
export type InstitutionId = Brand<string, 'InstitutionId'>;
export type ApiKeyId = Brand<string, 'ApiKeyId'>;
export type LoginId = Brand<string, 'LoginId'>;
export type SchemeId = Brand<string, 'SchemeId'>;
export type SchemeVersionId = Brand<string, 'SchemeVersionId'>;
export type ItemId = Brand<string, 'ItemId'>;
export type ItemVersionId = Brand<string, 'ItemVersionId'>;
export type BlueprintId = Brand<string, 'BlueprintId'>;
export type FormId = Brand<string, 'FormId'>;
export type SessionId = Brand<string, 'SessionId'>;
export type RegistrationId = Brand<string, 'RegistrationId'>;
export type AttemptId = Brand<string, 'AttemptId'>;
export type LeaseId = Brand<string, 'LeaseId'>;
export type IncidentId = Brand<string, 'IncidentId'>;
export type MarkingTaskId = Brand<string, 'MarkingTaskId'>;
export type ResultId = Brand<string, 'ResultId'>;
export type CertificateNumber = Brand<string, 'CertificateNumber'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether `text` is written as a lower-case UUID, the form of every identifier that the platform makes itself. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
