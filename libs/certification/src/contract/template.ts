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
