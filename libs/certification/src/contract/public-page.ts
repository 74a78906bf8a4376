import { LEVELS, localizedSchema } from '@hz/kernel';
import { z } from 'zod';
import { CERTIFICATE_STATUSES } from './certificate';

/** An own address: letters, digits and hyphens. What a holder does not choose is made of random characters. */
export const chosenSlugSchema = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{2,38})[a-z0-9]$/);
export const slugSchema = z.string().regex(/^[a-zA-Z0-9_-]{4,43}$/);

/** What a holder wants to show. `slug`: null asks for an address that nobody can guess. */
export const publicPageInputSchema = z
  .object({
    shown: z.boolean(),
    slug: chosenSlugSchema.nullable(),
    nameShown: z.enum(['whole', 'masked']),
    achievementIds: z.array(z.uuid()).max(50),
    skillsShown: z.boolean(),
  })
  .meta({ id: 'PublicPageInput' });
export type PublicPageInput = z.infer<typeof publicPageInputSchema>;

/** The holder's own page with everything that could stand on it. */
export const myPublicPageSchema = z
  .object({
    shown: z.boolean(),
    url: z.url().nullable(),
    /** The chosen address; null while it is made of random characters. */
    slug: z.string().nullable(),
    nameShown: z.enum(['whole', 'masked']),
    skillsShown: z.boolean(),
    name: z.object({ whole: z.string(), masked: z.string() }),
    achievements: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        title: localizedSchema,
        level: z.enum(LEVELS),
        status: z.enum(CERTIFICATE_STATUSES),
        ticked: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'MyPublicPage' });
export type MyPublicPage = z.infer<typeof myPublicPageSchema>;

/** What everybody sees. */
export const publicPageSchema = z
  .object({
    name: z.string(),
    certificates: z.array(
      z.object({
        number: z.string(),
        title: localizedSchema,
        level: z.enum(LEVELS),
        status: z.enum(CERTIFICATE_STATUSES),
        issuedAt: z.int().nullable(),
        expiresAt: z.int().nullable(),
      }),
    ),
    skills: z.array(z.object({ id: z.string(), name: localizedSchema })),
  })
  .meta({ id: 'PublicPage' });
export type PublicPage = z.infer<typeof publicPageSchema>;
