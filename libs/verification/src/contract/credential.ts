import { LEVELS } from '@hz/kernel';
import { z } from 'zod';

/** The contexts of every credential of ours, in this order: W3C VC Data Model 2.0 and 1EdTech Open Badges 3.0. */
export const VC_CONTEXT = 'https://www.w3.org/ns/credentials/v2';
export const OB_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
export const CRYPTOSUITE = 'eddsa-rdfc-2022';

/** Type of the identifier under which a credential names the level of the scheme. Open Badges wants `ext:` before terms of one's own. */
export const LEVEL_IDENTIFIER = 'ext:hz-level';
export const SCHEME_IDENTIFIER = 'ext:hz-scheme';
export const LATIN_NAME = 'ext:hz-latin-name';

const text = z.string().min(1).max(5_000);
const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/);
const did = z.string().regex(/^did:web:[\w.:%-]+$/);
const percent = z.string().regex(/^\d{1,3}(?:\.\d{1,4})?$/);

const issuerProfile = z.strictObject({ id: did, type: z.tuple([z.literal('Profile')]), name: text, url: z.url() });

const alignment = z.strictObject({
  type: z.tuple([z.literal('Alignment')]),
  targetName: text,
  targetUrl: z.url(),
  targetCode: text,
  targetFramework: text,
  targetType: z.literal('ext:hz-skill'),
});

const resultDescription = z.strictObject({
  id: z.url(),
  type: z.tuple([z.literal('ResultDescription')]),
  name: text,
  /** `Percent` for the total, points on the component's own scale for the rest. */
  resultType: z.enum(['Percent', 'ext:hz-score']),
  valueMin: percent,
  valueMax: percent,
  requiredValue: percent.optional(),
});

const achievement = z.strictObject({
  id: z.url(),
  type: z.tuple([z.literal('Achievement')]),
  achievementType: z.literal('Certification'),
  inLanguage: z.literal('zh'),
  /** The Chinese title; the English one is the name of the credential. */
  name: text,
  description: text,
  criteria: z.strictObject({ narrative: text }),
  otherIdentifier: z.tuple([
    z.strictObject({
      type: z.literal('IdentifierEntry'),
      identifier: z.enum(LEVELS),
      identifierType: z.literal(LEVEL_IDENTIFIER),
    }),
    z.strictObject({
      type: z.literal('IdentifierEntry'),
      identifier: text,
      identifierType: z.literal(SCHEME_IDENTIFIER),
    }),
  ]),
  alignment: z.array(alignment).max(200),
  resultDescription: z.array(resultDescription).min(1).max(10),
});

const identity = z.strictObject({
  type: z.literal('IdentityObject'),
  hashed: z.literal(false),
  identityHash: z.string().min(1).max(200),
  identityType: z.enum(['name', LATIN_NAME]),
});

const subject = z.strictObject({
  type: z.tuple([z.literal('AchievementSubject')]),
  /** The holder: the legal name first, then its Latin form where there is one. */
  identifier: z.array(identity).min(1).max(2),
  achievement,
  result: z
    .array(
      z.strictObject({
        type: z.tuple([z.literal('Result')]),
        resultDescription: z.url(),
        value: percent,
      }),
    )
    .min(1)
    .max(10),
});

/** Where to see whether a credential was revoked: W3C Bitstring Status List 1.0. */
export const statusEntrySchema = z.strictObject({
  id: z.url(),
  type: z.literal('BitstringStatusListEntry'),
  statusPurpose: z.literal('revocation'),
  statusListIndex: z.string().regex(/^\d{1,10}$/),
  statusListCredential: z.url(),
});
export type StatusEntry = z.infer<typeof statusEntrySchema>;

/** A credential before it is signed. Nothing that is not listed here may stand in it. */
export const unsignedCredentialSchema = z.strictObject({
  '@context': z.tuple([z.literal(VC_CONTEXT), z.literal(OB_CONTEXT)]),
  id: z.url(),
  type: z.tuple([z.literal('VerifiableCredential'), z.literal('AchievementCredential')]),
  issuer: issuerProfile,
  name: text,
  validFrom: time,
  validUntil: time,
  awardedDate: time,
  credentialSubject: subject,
  credentialStatus: statusEntrySchema,
});
export type UnsignedCredential = z.infer<typeof unsignedCredentialSchema>;

export const proofSchema = z.strictObject({
  type: z.literal('DataIntegrityProof'),
  cryptosuite: z.literal(CRYPTOSUITE),
  created: time,
  verificationMethod: z.string().regex(/^did:web:[\w.:%-]+#z6Mk[1-9A-HJ-NP-Za-km-z]+$/),
  proofPurpose: z.literal('assertionMethod'),
  proofValue: z.string().regex(/^z[1-9A-HJ-NP-Za-km-z]{80,90}$/),
});
export type Proof = z.infer<typeof proofSchema>;

export const credentialSchema = unsignedCredentialSchema.extend({ proof: proofSchema });
export type Credential = z.infer<typeof credentialSchema>;

/** The number of the certificate in the id of its credential. */
export const credentialId = (publicUrl: string, number: string): string => `${publicUrl}/verify/${number}`;
