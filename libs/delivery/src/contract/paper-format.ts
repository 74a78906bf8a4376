import type { CandidateForm } from '@hz/assembly/contract';

/**
 * A sealed paper (试卷密封件), version 1: a form as one encrypted file, the same for all who sit it in a session.
 *
 *     8 bytes   "HZPAPER1"
 *     4 bytes   length of the header, unsigned, big-endian
 *     header    canonical JSON (RFC 8785) in UTF-8: `PaperHeader`. These three are the head.
 *     body      the sections, where the header says: AES-256-GCM (NIST SP 800-38D), ciphertext and then the 16-byte tag
 *
 * A section has a random key and a random 96-bit iv of its own. Its additional data are `sectionContext` of the head, so that neither a
 * changed head nor a section in another place opens. Its plaintext: 4 bytes, the length of what follows, big-endian; canonical JSON of
 * `PaperSection`, packed by raw DEFLATE (RFC 1951); zeros up to a multiple of PAD_BYTES.
 */
export const PAPER_MAGIC = 'HZPAPER1';
/** A type of its own, because servers and proxies would try in vain to compress a plain octet stream. */
export const PAPER_TYPE = 'application/vnd.hengzheng.paper';
export const PAPER_VERSION = 1;
export const PAD_BYTES = 2_048;
export const TAG_BYTES = 16;
const LENGTH_BYTES = 4;
const HEADER_AT = PAPER_MAGIC.length + LENGTH_BYTES;

/** `mul`: texts in several languages, between which the candidate may switch (ISO 639-2). */
export const PAPER_LANGUAGES = ['zh', 'mul'] as const;
export type PaperLanguage = (typeof PAPER_LANGUAGES)[number];

/** What anybody may know of a paper. */
export interface PaperHeader {
  readonly version: typeof PAPER_VERSION;
  readonly sessionId: string;
  readonly formId: string;
  readonly language: PaperLanguage;
  /** Whether any text may hold a formula: a page that will need the program for them fetches it while it waits. */
  readonly formulas: boolean;
  readonly sections: readonly {
    readonly id: string;
    /** How many items the section has. */
    readonly items: number;
    /** 12 bytes as base64url. */
    readonly iv: string;
    /** In bytes, from the start of the body; the tag is part of the length. */
    readonly offset: number;
    readonly length: number;
  }[];
}

type FormSection = CandidateForm['sections'][number];
/** What a section holds: its items, and the form's outline, which each section brings along. */
export interface PaperSection {
  readonly form: Omit<CandidateForm, 'formId' | 'sections'> & {
    readonly sections: readonly Omit<FormSection, 'items'>[];
  };
  readonly items: FormSection['items'];
}

export interface PaperParts {
  readonly header: PaperHeader;
  readonly head: Uint8Array<ArrayBuffer>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Takes a file apart. Throws RangeError where it is no sealed paper of this version. */
export function partsOf(file: Uint8Array<ArrayBuffer>): PaperParts {
  const magic = new TextDecoder().decode(file.subarray(0, PAPER_MAGIC.length));
  if (magic !== PAPER_MAGIC || file.length < HEADER_AT) throw new RangeError('not a sealed paper');
  const length = new DataView(file.buffer, file.byteOffset).getUint32(PAPER_MAGIC.length);
  const bodyAt = HEADER_AT + length;
  if (bodyAt > file.length) throw new RangeError('the head of the paper is cut off');
  const header = JSON.parse(new TextDecoder().decode(file.subarray(HEADER_AT, bodyAt))) as PaperHeader;
  if (header.version !== PAPER_VERSION) throw new RangeError(`a paper of version ${String(header.version)}`);
  return { header, head: file.subarray(0, bodyAt), body: file.subarray(bodyAt) };
}

/** Additional data of a section: `headDigest` is the SHA-256 of the head, in hexadecimal. */
export function sectionContext(headDigest: string, sectionId: string): string {
  return `${headDigest}/${sectionId}`;
}

/** Ties keys on their way to one attempt and one paper: the `info` of HKDF and the additional data of the wrapping. */
export function keysContext(attemptId: string, digest: string): string {
  return `hengzheng/paper-keys/1/${attemptId}/${digest}`;
}

export const paperPath = (digest: string): string => `/api/v1/papers/${digest}`;
