import {
  DISCLOSURES,
  MASKED_NAME,
  maskedName,
  type Disclosure,
  type UnsignedCredential,
} from '@hz/verification/contract';

type Subject = UnsignedCredential['credentialSubject'];

/** The credential that says everything, as a holder shows it who hides the name or the scores. Nothing else differs. */
export function disclosed(whole: UnsignedCredential, disclosure: Disclosure): UnsignedCredential {
  const { credentialSubject: subject } = whole;
  const named = disclosure.startsWith('masked-') ? withMaskedName(subject) : subject;
  if (!disclosure.endsWith('-pass')) return { ...whole, credentialSubject: named };
  return { ...whole, credentialSubject: withOutcomeAlone(named), evidence: whole.evidence.slice(0, 1) };
}

/** All of them, in the order in which they are signed. */
export function everyDisclosure(whole: UnsignedCredential): readonly (readonly [Disclosure, UnsignedCredential])[] {
  return DISCLOSURES.map((disclosure) => [disclosure, disclosed(whole, disclosure)] as const);
}

function withMaskedName(subject: Subject): Subject {
  const name = subject.identifier[0]!;
  const masked = { ...name, identityHash: maskedName(name.identityHash), identityType: MASKED_NAME } as const;
  return { ...subject, identifier: [masked] };
}

/** That the holder passed follows from the award itself; how well is not said. */
function withOutcomeAlone(subject: Subject): Subject {
  const id = `${subject.achievement.id}#outcome`;
  const description = { id, type: ['ResultDescription'] as ['ResultDescription'], name: '结果 / Outcome' };
  return {
    ...subject,
    achievement: { ...subject.achievement, resultDescription: [{ ...description, resultType: 'Status' }] },
    result: [{ type: ['Result'], resultDescription: id, status: 'Completed' }],
  };
}
