import { LEVELS, localizedSchema } from '@hz/kernel';
import { z } from 'zod';
import { accommodationSchema } from './accommodation';
import { SESSION_STATUSES } from './session';

export const REGISTRATION_STATUSES = ['confirmed', 'withdrawn', 'cancelled'] as const;
export type RegistrationStatus = (typeof REGISTRATION_STATUSES)[number];

/** What a candidate states about herself; the same shape as competency's claims, which its evaluator reads. */
const claims = z
  .object({
    yearsOfWork: z.number().min(0).max(60).default(0),
    education: z
      .object({
        step: z.enum(['secondary', 'junior-college', 'bachelor', 'master', 'doctor']),
        related: z.boolean(),
        finalYear: z.boolean().default(false),
      })
      .nullable()
      .default(null),
    certificates: z
      .array(
        z.object({
          role: z.string().min(1).max(80),
          level: z.enum(LEVELS),
          issuedOn: z.iso.date(),
          number: z.string().max(60).optional(),
        }),
      )
      .max(20)
      .default([]),
  })
  .meta({ id: 'RegistrationClaims' });

/** To register is to pledge that the claims are true (承诺书); without the pledge nothing is stored. */
export const registerSchema = z.object({ pledge: z.literal(true), claims }).meta({ id: 'Register' });
export type Register = z.infer<typeof registerSchema>;

/** A registration as its candidate sees it. */
export const myRegistrationSchema = z
  .object({
    id: z.uuid(),
    status: z.enum(REGISTRATION_STATUSES),
    seatNo: z.int(),
    ticketNo: z.string(),
    registeredAt: z.int(),
    accommodation: accommodationSchema,
    session: z.object({
      id: z.uuid(),
      code: z.string(),
      title: localizedSchema,
      status: z.enum(SESSION_STATUSES),
      schemeVersionId: z.uuid(),
      opensAt: z.int(),
      closesAt: z.int(),
      durationMinutes: z.int(),
      lateEntryMinutes: z.int().nullable(),
      earliestHandInMinutes: z.int(),
    }),
    mayWithdraw: z.boolean(),
  })
  .meta({ id: 'MyRegistration' });
export type MyRegistration = z.infer<typeof myRegistrationSchema>;
export const myRegistrationsSchema = z.object({ rows: z.array(myRegistrationSchema) }).meta({ id: 'MyRegistrations' });

/** A line of the roster, for those who run the session. */
export const rosterRowSchema = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    name: z.string(),
    institutionId: z.uuid().nullable(),
    status: z.enum(REGISTRATION_STATUSES),
    seatNo: z.int(),
    ticketNo: z.string(),
    registeredAt: z.int(),
    accommodation: accommodationSchema,
  })
  .meta({ id: 'RosterRow' });
export type RosterRow = z.infer<typeof rosterRowSchema>;

/** A registration as the institution of the candidate sees it. */
export const institutionRegistrationSchema = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    name: z.string(),
    status: z.enum(REGISTRATION_STATUSES),
    ticketNo: z.string(),
    registeredAt: z.int(),
    sessionId: z.uuid(),
    sessionTitle: localizedSchema,
    opensAt: z.int(),
  })
  .meta({ id: 'InstitutionRegistration' });
export type InstitutionRegistration = z.infer<typeof institutionRegistrationSchema>;

export const rosterFilterShape = {
  /** Part of a name or the beginning of a ticket number. */
  search: z.string().trim().max(80).optional(),
  status: z.enum(REGISTRATION_STATUSES).optional(),
};
