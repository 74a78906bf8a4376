import { LEVELS } from '@hz/kernel';
import { z } from 'zod';

/** The contexts of every credential of ours, in this order: W3C VC Data Model 2.0 and 1EdTech Open Badges 3.0. */
export const VC_CONTEXT = 'https://www.w3.org/ns/credentials/v2';
export const OB_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
/** The suites of a proof set, in this order: one over the RDF that the document means, one over the very JSON. */
export const RDFC_SUITE = 'eddsa-rdfc-2022';
export const JCS_SUITE = 'eddsa-jcs-2022';

/**
 * What a holder may show: the name whole or masked, the scores or only that all was passed. Each is a credential of its own under the same
 * id, all signed at issuing. The first says everything; it is the one that is printed.
 */
export const DISCLOSURES = ['whole-score', 'whole-pass', 'masked-score', 'masked-pass'] as const;
export type Disclosure = (typeof DISCLOSURES)[number];

/** Type of the identifier under which a credential names the level of the scheme. Open Badges wants `ext:` before terms of one's own. */
export const LEVEL_IDENTIFIER = 'ext:hz-level';
export const SCHEME_IDENTIFIER = 'ext:hz-scheme';
export const LATIN_NAME = 'ext:hz-latin-name';
/** In place of `name` where the holder does not show the name: its first character, and that there is more. */
export const MASKED_NAME = 'ext:hz-masked-name';

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

const described = { id: z.url(), type: z.tuple([z.literal('ResultDescription')]), name: text };
const scoreDescription = z.strictObject({
  ...described,
  /** `Percent` for the total, points on the component's own scale for the rest. */
  resultType: z.enum(['Percent', 'ext:hz-score']),
  valueMin: percent,
  valueMax: percent,
  requiredValue: percent.optional(),
});
const outcomeDescription = z.strictObject({ ...described, resultType: z.literal('Status') });

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
  resultDescription: z
    .array(z.union([scoreDescription, outcomeDescription]))
    .min(1)
    .max(10),
});

const identity = z.strictObject({
  type: z.literal('IdentityObject'),
  hashed: z.literal(false),
  identityHash: z.string().min(1).max(200),
  identityType: z.enum(['name', LATIN_NAME, MASKED_NAME]),
});

const resulted = { type: z.tuple([z.literal('Result')]), resultDescription: z.url() };
const scoreResult = z.strictObject({ ...resulted, value: percent });
const outcomeResult = z.strictObject({ ...resulted, status: z.literal('Completed') });

const subject = z.strictObject({
  type: z.tuple([z.literal('AchievementSubject')]),
  /** The holder: the legal name first, then its Latin form where there is one; or the masked name alone. */
  identifier: z.array(identity).min(1).max(2),
  achievement,
  result: z
    .array(z.union([scoreResult, outcomeResult]))
    .min(1)
    .max(10),
});

/** What was sat; where scores are shown, a second one says them. */
const evidence = z.strictObject({
  type: z.tuple([z.literal('Evidence')]),
  name: text,
  narrative: text,
  genre: z.literal('Examination'),
});

/** What a status list says of its places. */
export const STATUS_PURPOSES = ['revocation', 'suspension'] as const;
export type StatusPurpose = (typeof STATUS_PURPOSES)[number];

const statusEntry = {
  id: z.url(),
  type: z.literal('BitstringStatusListEntry'),
  statusListIndex: z.string().regex(/^\d{1,10}$/),
  statusListCredential: z.url(),
};

/**
 * Where to see whether a credential may be accepted: W3C Bitstring Status List 1.0. The one list that is named says of each place whether it
 * must not be accepted now, suspended or worse. The list at `statusReference` says by the same index which will never come back.
 */
export const statusEntrySchema = z.strictObject({
  ...statusEntry,
  statusPurpose: z.literal('suspension'),
  statusReference: z.url(),
});
export type StatusEntry = z.infer<typeof statusEntrySchema>;
const revocationEntry = z.strictObject({ ...statusEntry, statusPurpose: z.literal('revocation') });

const said = {
  '@context': z.tuple([z.literal(VC_CONTEXT), z.literal(OB_CONTEXT)]),
  id: z.url(),
  type: z.tuple([z.literal('VerifiableCredential'), z.literal('AchievementCredential')]),
  issuer: issuerProfile,
  name: text,
  validFrom: time,
  validUntil: time,
  awardedDate: time,
  credentialSubject: subject,
};

/** A credential before it is signed. Nothing that is not listed here may stand in it. */
export const unsignedCredentialSchema = z.strictObject({
  ...said,
  evidence: z.array(evidence).min(1).max(2),
  credentialStatus: statusEntrySchema,
});
export type UnsignedCredential = z.infer<typeof unsignedCredentialSchema>;

const proven = {
  type: z.literal('DataIntegrityProof'),
  created: time,
  verificationMethod: z.string().regex(/^did:web:[\w.:%-]+#z6Mk[1-9A-HJ-NP-Za-km-z]+$/),
  proofPurpose: z.literal('assertionMethod'),
  proofValue: z.string().regex(/^z[1-9A-HJ-NP-Za-km-z]{80,90}$/),
};

export const rdfcProofSchema = z.strictObject({ ...proven, cryptosuite: z.literal(RDFC_SUITE) });
/** This suite repeats the contexts of the document in the proof (VC Data Integrity EdDSA 1.0, 3.3.1). */
const jcsProofSchema = z.strictObject({
  ...proven,
  cryptosuite: z.literal(JCS_SUITE),
  '@context': z
    .array(z.enum([VC_CONTEXT, OB_CONTEXT]))
    .min(1)
    .max(2),
});
export type RdfcProof = z.infer<typeof rdfcProofSchema>;
export type JcsProof = z.infer<typeof jcsProofSchema>;
export type Proof = RdfcProof | JcsProof;

/** Two proofs by one key at one moment: whoever can check either of them can check the document. */
export const proofSetSchema = z
  .tuple([rdfcProofSchema, jcsProofSchema])
  .refine(([a, b]) => a.verificationMethod === b.verificationMethod && a.created === b.created);
export type ProofSet = z.infer<typeof proofSetSchema>;

export const credentialSchema = unsignedCredentialSchema.extend({ proof: proofSetSchema });
export type Credential = z.infer<typeof credentialSchema>;

/** How certificates were signed at first: one proof, and a place in the list of revocations alone. They stay verifiable (P7). */
export const earlierCredentialSchema = z.strictObject({
  ...said,
  credentialStatus: revocationEntry,
  proof: rdfcProofSchema,
});
export type EarlierCredential = z.infer<typeof earlierCredentialSchema>;

export const anyCredentialSchema = z.union([credentialSchema, earlierCredentialSchema]);
export type AnyCredential = z.infer<typeof anyCredentialSchema>;

/** The proofs of a document, whether it carries one or a set. */
export const proofsOf = ({ proof }: { readonly proof: Proof | readonly Proof[] }): readonly Proof[] => [proof].flat();

/** A place in one list. */
export interface StatusPlaceNamed {
  readonly statusPurpose: StatusPurpose;
  readonly statusListIndex: string;
  readonly statusListCredential: string;
}

/** The places in status lists that a credential names, what is final first. */
export function statusEntriesOf({ credentialStatus }: Pick<AnyCredential, 'credentialStatus'>): StatusPlaceNamed[] {
  if (credentialStatus.statusPurpose === 'revocation') return [credentialStatus];
  const { statusReference, statusListIndex } = credentialStatus;
  const revocation = { statusPurpose: 'revocation', statusListIndex, statusListCredential: statusReference } as const;
  return [revocation, credentialStatus];
}

/** The number of the certificate in the id of its credential. */
export const credentialId = (publicUrl: string, number: string): string => `${publicUrl}/verify/${number}`;
