import { instant, plus, toIso, MS_PER_DAY, type Clock, type Instant } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import type { TestContext } from '@hz/platform/testing';
import {
  credentialId,
  LATIN_NAME,
  LEVEL_IDENTIFIER,
  OB_CONTEXT,
  SCHEME_IDENTIFIER,
  statusEntriesOf,
  VC_CONTEXT,
  type Credential,
  type EarlierCredential,
  type StatusEntry,
  type UnsignedCredential,
} from '../contract';
import { CredentialProof } from '../application/credential-proof';
import { Issuer, ISSUER_NAME } from '../application/issuer';
import { Publications } from '../application/publications';

export const HOLDER = '欧阳晓明';
export const CODE = 'q3X-nm5rV2sC0pQd8aLw1g';
export const VALID_DAYS = 1_000;

interface Facts {
  readonly number: string;
  readonly did: string;
  readonly publicUrl: string;
  readonly status: StatusEntry;
  readonly from: Instant;
}

/** A small credential as certification makes them. */
export function aCredential({ number, did, publicUrl, status, from }: Facts): UnsignedCredential {
  const achievement = `${publicUrl}/schemes/01920000-0000-7000-8000-000000000001?version=1`;
  const identity = { type: 'IdentityObject', hashed: false } as const;
  return {
    '@context': [VC_CONTEXT, OB_CONTEXT],
    id: credentialId(publicUrl, number),
    type: ['VerifiableCredential', 'AchievementCredential'],
    issuer: { id: did, type: ['Profile'], name: ISSUER_NAME, url: publicUrl },
    name: 'Prompt Engineer, level 4 (intermediate)',
    validFrom: toIso(from),
    validUntil: toIso(plus(from, VALID_DAYS * MS_PER_DAY)),
    awardedDate: toIso(from),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        { ...identity, identityHash: HOLDER, identityType: 'name' },
        { ...identity, identityHash: 'Ouyang Xiaoming', identityType: LATIN_NAME },
      ],
      achievement: {
        id: achievement,
        type: ['Achievement'],
        achievementType: 'Certification',
        inLanguage: 'zh',
        name: '提示词工程师（四级/中级工）',
        description: '提示词工程师',
        criteria: { narrative: '每一部分均达到合格线。' },
        otherIdentifier: [
          { type: 'IdentifierEntry', identifier: 'L4', identifierType: LEVEL_IDENTIFIER },
          { type: 'IdentifierEntry', identifier: 'prompt-engineer-l4', identifierType: SCHEME_IDENTIFIER },
        ],
        alignment: [],
        resultDescription: [
          {
            id: `${achievement}#total`,
            type: ['ResultDescription'],
            name: '总成绩 / Total',
            resultType: 'Percent',
            valueMin: '0',
            valueMax: '100',
          },
        ],
      },
      result: [{ type: ['Result'], resultDescription: `${achievement}#total`, value: '83.5' }],
    },
    evidence: [{ type: ['Evidence'], name: '考试', narrative: '理论知识考试', genre: 'Examination' }],
    credentialStatus: status,
  };
}

/** Publishes a certificate through the front door; gives back what was published. */
export async function published(context: TestContext, clock: Clock, number: string): Promise<Credential> {
  const uow = context.module.get(UnitOfWork);
  const issuer = context.module.get(Issuer);
  const publications = context.module.get(Publications);
  const status = await uow.run((tx) => publications.allocateStatus(tx, number));
  const from = clock.now();
  const unsigned = aCredential({ number, did: issuer.did, publicUrl: issuer.publicUrl, status, from });
  const credential: Credential = await context.module.get(CredentialProof).sign(unsigned, from);
  const holderNames = [HOLDER, 'Ouyang Xiaoming'];
  await uow.run((tx) => publications.publish(tx, { number, credential, holderNames, verificationCode: CODE }));
  return credential;
}

/** The same credential as it was signed before there were two proofs and two lists. */
export async function signedAsEarlier(context: TestContext, credential: Credential): Promise<EarlierCredential> {
  const { proof, credentialStatus, evidence: _, ...said } = credential;
  const [revocation] = statusEntriesOf({ credentialStatus });
  const { statusListIndex, statusListCredential } = revocation!;
  const document = {
    ...said,
    credentialStatus: {
      id: `${statusListCredential}#${statusListIndex}`,
      type: 'BitstringStatusListEntry' as const,
      statusPurpose: 'revocation' as const,
      statusListIndex,
      statusListCredential,
    },
  };
  const created = instant(Date.parse(proof[0].created));
  const signed = await context.module.get(CredentialProof).sign(document, created);
  return { ...document, proof: signed.proof[0] };
}
