import { LEVELS, localizedSchema } from '@hz/kernel';
import { z } from 'zod';

const slug = z.string().regex(/^[a-z][a-z0-9-]{1,79}$/);

export const roleSummarySchema = z
  .object({ id: slug, no: z.int(), name: localizedSchema, summary: localizedSchema.nullable() })
  .meta({ id: 'RoleSummary' });

/** The whole framework (能力体系): domains with directions and roles, and the levels. */
export const frameworkViewSchema = z
  .object({
    domains: z.array(
      z.object({
        id: slug,
        name: localizedSchema,
        directions: z.array(z.object({ id: slug, name: localizedSchema, roles: z.array(roleSummarySchema) })),
      }),
    ),
    levels: z.array(
      z.object({ id: z.enum(LEVELS), no: z.int(), name: localizedSchema, description: localizedSchema.nullable() }),
    ),
  })
  .meta({ id: 'FrameworkView' });
export type FrameworkView = z.infer<typeof frameworkViewSchema>;

export const skillViewSchema = z
  .object({ id: slug, kind: z.string(), name: localizedSchema, definition: localizedSchema.nullable() })
  .meta({ id: 'SkillView' });
export type SkillView = z.infer<typeof skillViewSchema>;

/** How much a role leans on a skill: 1 (helpful) to 5 (what the role is about). */
const emphasis = z.int().min(1).max(5);
const roleSkill = skillViewSchema.extend({ emphasis }).meta({ id: 'RoleSkill' });

/** A role with its duties and its skills: under the headings of the framework, and those that its duties add. */
export const roleViewSchema = z
  .object({
    id: slug,
    no: z.int(),
    name: localizedSchema,
    directionId: slug,
    summary: localizedSchema.nullable(),
    duties: z.array(localizedSchema),
    headings: z.array(z.object({ id: slug, name: localizedSchema, skills: z.array(roleSkill) })),
    added: z.array(z.object({ skill: roleSkill, reason: localizedSchema })),
  })
  .meta({ id: 'RoleView' });
export type RoleView = z.infer<typeof roleViewSchema>;
