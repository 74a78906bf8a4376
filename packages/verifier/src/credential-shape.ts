import { OB_CONTEXT, VC_CONTEXT } from './json-ld';
import { either, exactly, having, list, literal, text, tuple, type Shape } from './shape';

const words = text();
const url = text(/^https?:\/\/[^\s"<>\\^`{|}]{1,500}$/);
const time = text(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/);
const did = text(/^did:web:[\w.:%-]{1,300}$/);
const value = text(/^\d{1,3}(?:\.\d{1,4})?$/);

const identity = exactly({
  type: literal('IdentityObject'),
  hashed: literal(false),
  identityHash: text(/^[\s\S]{1,200}$/),
  identityType: literal('name', 'ext:hz-latin-name', 'ext:hz-masked-name'),
});
const identifierEntry = (of: string) =>
  exactly({ type: literal('IdentifierEntry'), identifier: words, identifierType: literal(of) });
const description = exactly(
  { id: url, type: tuple(literal('ResultDescription')), name: words, resultType: words },
  { valueMin: value, valueMax: value, requiredValue: value },
);
const result = exactly(
  { type: tuple(literal('Result')), resultDescription: url },
  { value, status: literal('Completed') },
);

const achievement = {
  id: url,
  type: tuple(literal('Achievement')),
  achievementType: literal('Certification'),
  inLanguage: literal('zh'),
  name: words,
  description: words,
  criteria: exactly({ narrative: words }),
  otherIdentifier: tuple(identifierEntry('ext:hz-level'), identifierEntry('ext:hz-scheme')),
  alignment: list(
    exactly({
      type: tuple(literal('Alignment')),
      targetName: words,
      targetUrl: url,
      targetCode: words,
      targetFramework: words,
      targetType: words,
    }),
    { max: 200 },
  ),
  resultDescription: list(description, { min: 1, max: 10 }),
};

const statusEntry = (purpose: string, more: Record<string, Shape> = {}) =>
  exactly({
    id: url,
    type: literal('BitstringStatusListEntry'),
    statusPurpose: literal(purpose),
    statusListIndex: text(/^(?:0|[1-9]\d{0,9})$/),
    statusListCredential: url,
    ...more,
  });

const said = {
  '@context': tuple(literal(VC_CONTEXT), literal(OB_CONTEXT)),
  id: url,
  type: tuple(literal('VerifiableCredential'), literal('AchievementCredential')),
  issuer: exactly({ id: did, type: tuple(literal('Profile')), name: words, url }),
  name: words,
  validFrom: time,
  validUntil: time,
  awardedDate: time,
};
const holder = { type: tuple(literal('AchievementSubject')), identifier: list(identity, { min: 1, max: 2 }) };
const results = list(result, { min: 1, max: 10 });

const proof = {
  type: literal('DataIntegrityProof'),
  created: time,
  verificationMethod: text(/^did:web:[\w.:%-]{1,300}#z6Mk[1-9A-HJ-NP-Za-km-z]{20,80}$/),
  proofPurpose: literal('assertionMethod'),
  proofValue: text(/^z[1-9A-HJ-NP-Za-km-z]{80,90}$/),
};
const rdfcProof = exactly({ ...proof, cryptosuite: literal('eddsa-rdfc-2022') });
const jcsProof = exactly({
  ...proof,
  cryptosuite: literal('eddsa-jcs-2022'),
  '@context': either(tuple(literal(VC_CONTEXT)), tuple(literal(VC_CONTEXT), literal(OB_CONTEXT))),
});
export const proofSet = tuple(rdfcProof, jcsProof);

/** The place in the list of what does not count now; the list that `statusReference` names tells revoked from suspended. */
const status = statusEntry('suspension', { statusReference: url });
/** What a signature over every member covers may have members that we do not know: they are signed, and not shown. */
const open = { achievement: having(achievement), result: results };

/** A credential under two proofs, one of which is over every character. */
export const isCredential = having({
  ...said,
  credentialSubject: having({ ...holder, ...open }),
  credentialStatus: status,
  proof: proofSet,
});

/** The content of a token: the same without proofs, and claims beside it. */
export const isTokenContent = having({
  ...said,
  credentialSubject: having({ ...holder, ...open }),
  credentialStatus: status,
  iss: did,
  jti: url,
  nbf: Number.isSafeInteger,
  exp: Number.isSafeInteger,
});

/**
 * How certificates were signed at first: one proof, and one status list. That proof is over the RDF, in which a member that the contexts
 * do not know means nothing: so no member may stand there that we do not know.
 */
export const isEarlierCredential = exactly({
  ...said,
  credentialSubject: exactly({ ...holder, achievement: exactly(achievement), result: results }),
  credentialStatus: statusEntry('revocation'),
  proof: rdfcProof,
});

/** A status list (W3C Bitstring Status List 1.0) of this issuer. */
export const isStatusList = having({
  '@context': tuple(literal(VC_CONTEXT)),
  id: url,
  type: tuple(literal('VerifiableCredential'), literal('BitstringStatusListCredential')),
  issuer: did,
  validFrom: time,
  validUntil: time,
  credentialSubject: having({
    id: url,
    type: literal('BitstringStatusList'),
    statusPurpose: literal('revocation', 'suspension'),
    encodedList: text(/^u[\w-]{1,200000}$/),
  }),
  proof: proofSet,
});
