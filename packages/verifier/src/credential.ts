import type { Facts } from './report';

/** The members of a credential that are read here, once `credential-shape.ts` has seen them. */
export interface SignedContent {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly issuer: { readonly id: string; readonly name: string; readonly url: string };
  readonly name: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly credentialSubject: {
    readonly identifier: readonly { readonly identityHash: string; readonly identityType: string }[];
    readonly achievement: {
      readonly name: string;
      readonly otherIdentifier: readonly { readonly identifier: string }[];
      readonly resultDescription: readonly { readonly id: string; readonly name: string; readonly valueMax?: string }[];
    };
    readonly result: readonly {
      readonly resultDescription: string;
      readonly value?: string;
      readonly status?: string;
    }[];
  };
  readonly credentialStatus: StatusEntry;
}

export interface StatusEntry {
  readonly id: string;
  readonly statusPurpose: 'revocation' | 'suspension';
  readonly statusListIndex: string;
  readonly statusListCredential: string;
  /** The address of the list of revocations, where the entry is of what does not count now. */
  readonly statusReference?: string;
}

export interface Proof {
  readonly cryptosuite: 'eddsa-rdfc-2022' | 'eddsa-jcs-2022';
  readonly created: string;
  readonly verificationMethod: string;
  readonly proofValue: string;
  readonly '@context'?: readonly string[];
}

/** Where a certificate stands in status lists, by their addresses. */
export interface Places {
  readonly index: number;
  /** What was revoked or superseded, for ever. */
  readonly revocations: string;
  /** All that does not count now, suspended ones too; null for certificates of before there was such a list. */
  readonly current: string | null;
}

export function placesOf(content: SignedContent): Places {
  const { statusListIndex, statusListCredential, statusReference } = content.credentialStatus;
  const index = Number(statusListIndex);
  return statusReference === undefined
    ? { index, revocations: statusListCredential, current: null }
    : { index, revocations: statusReference, current: statusListCredential };
}

export const numberOf = ({ id }: SignedContent): string => id.slice(id.lastIndexOf('/') + 1);

/** What is shown of a credential whose signatures held. */
export function factsOf(content: SignedContent): Facts {
  const { achievement, identifier, result } = content.credentialSubject;
  const [name, latin] = identifier;
  return {
    number: numberOf(content),
    holderName: name!.identityHash,
    latinName: latin?.identityHash ?? null,
    masked: name!.identityType === 'ext:hz-masked-name',
    title: { zh: achievement.name, en: content.name },
    level: achievement.otherIdentifier[0]!.identifier,
    issuedAt: content.validFrom,
    expiresAt: content.validUntil,
    results: result.flatMap(({ resultDescription, value }) => {
      const described = achievement.resultDescription.find(({ id }) => id === resultDescription);
      return described === undefined || value === undefined
        ? []
        : [{ name: described.name, value, outOf: described.valueMax ?? null }];
    }),
    issuer: { did: content.issuer.id, name: content.issuer.name, url: content.issuer.url },
  };
}

/**
 * What the shapes cannot say: the address of the certificate is one of its issuer, both lists name the same place, and the results are
 * described.
 */
export function agreesWithItself(content: SignedContent): boolean {
  const places = placesOf(content);
  const status = content.credentialStatus;
  const { achievement, result, identifier } = content.credentialSubject;
  const described = new Set(achievement.resultDescription.map(({ id }) => id));
  return (
    content.id === `${content.issuer.url}/verify/${numberOf(content)}` &&
    /^HZ-\d{4}-\d{1,4}-\d{1,9}-[0-9A-Z]$/.test(numberOf(content)) &&
    (places.current === null || places.current === `${places.revocations}/suspension`) &&
    status.id === `${status.statusListCredential}#${status.statusListIndex}` &&
    result.every(({ resultDescription }) => described.has(resultDescription)) &&
    identifier[0]!.identityType !== 'ext:hz-latin-name' &&
    identifier.slice(1).every(({ identityType }) => identityType === 'ext:hz-latin-name')
  );
}
