import { localizedSchema } from '@hz/kernel';
import { z } from 'zod';

const line = z.string().trim().max(120);
const bilingual = z.strictObject({ zh: line, en: line });
const colour = z.string().regex(/^#[0-9a-f]{6}$/);
/** SHA-256 of a picture that was uploaded. */
const picture = z.string().regex(/^[0-9a-f]{64}$/);

/** How the certificates of a scheme look: wording, colours, seal and signatures. What a certificate says comes from its credential alone. */
export const templateBodySchema = z
  .strictObject({
    heading: bilingual,
    opening: bilingual,
    statement: bilingual,
    note: bilingual,
    colours: z.strictObject({ ink: colour, accent: colour, ornament: colour, paper: colour, seal: colour }),
    /** A picture in place of the seal that is drawn. */
    seal: picture.nullable(),
    /** The text around the seal that is drawn. */
    sealText: z.string().trim().min(1).max(18),
    signatures: z.array(z.strictObject({ name: line, role: bilingual, picture: picture.nullable() })).max(2),
  })
  .meta({ id: 'CertificateTemplateBody' });
export type TemplateBody = z.infer<typeof templateBodySchema>;

/** The template that every scheme has until somebody publishes another. */
export const BUILT_IN_TEMPLATE: TemplateBody = {
  heading: { zh: '职业能力认证证书', en: 'CERTIFICATE OF PROFESSIONAL COMPETENCE' },
  opening: { zh: '兹证明', en: 'This is to certify that' },
  statement: {
    zh: '通过下列认证的全部考核，特发此证。',
    en: 'has passed every component of the certification named below.',
  },
  note: {
    zh: '本证书附有数字签名，以查验结果为准。',
    en: 'Digitally signed; the answer of the verification page counts.',
  },
  colours: { ink: '#10343c', accent: '#0f6b73', ornament: '#9a7a2f', paper: '#fdfcf7', seal: '#b3261e' },
  seal: null,
  sealText: '衡证职业能力认证专用章',
  signatures: [],
};

/** A scheme's id, or `default` for all schemes that have no template of their own. */
export const templateScopeSchema = z.union([z.literal('default'), z.uuid()]);
export const DEFAULT_SCOPE = 'default';

/** A template as it is listed. */
export const templateSummarySchema = z
  .object({
    scope: templateScopeSchema,
    title: localizedSchema,
    /** The newest version that was published; null: the scheme uses the default one, or the one that is built in. */
    version: z.int().nullable(),
    publishedAt: z.int().nullable(),
    hasDraft: z.boolean(),
  })
  .meta({ id: 'CertificateTemplateSummary' });
export type TemplateSummary = z.infer<typeof templateSummarySchema>;
export const templateSummariesSchema = z
  .object({ rows: z.array(templateSummarySchema) })
  .meta({ id: 'CertificateTemplateSummaries' });

/** A template as it is edited. `revision` counts the saves of the draft; 0 before the first. */
export const templateViewSchema = templateSummarySchema
  .extend({ body: templateBodySchema, revision: z.int() })
  .meta({ id: 'CertificateTemplate' });
export type TemplateView = z.infer<typeof templateViewSchema>;

export const templateDraftSchema = z
  .object({ body: templateBodySchema, revision: z.int().min(0) })
  .meta({ id: 'CertificateTemplateDraft' });
export type TemplateDraft = z.infer<typeof templateDraftSchema>;
export const templateRevisionSchema = z
  .object({ revision: z.int().min(0) })
  .meta({ id: 'CertificateTemplateRevision' });
export const templatePublishedSchema = z.object({ version: z.int() }).meta({ id: 'CertificateTemplatePublished' });

const MAX_PICTURE_BYTES = 512 * 1_024;
/** A PNG or JPEG in Base64. */
export const templatePictureInputSchema = z
  .object({ content: z.base64().max(Math.ceil(MAX_PICTURE_BYTES / 3) * 4) })
  .meta({ id: 'CertificateTemplatePictureInput' });
export const templatePictureSchema = z
  .object({ hash: picture, width: z.int(), height: z.int() })
  .meta({ id: 'CertificateTemplatePicture' });
export type TemplatePicture = z.infer<typeof templatePictureSchema>;
