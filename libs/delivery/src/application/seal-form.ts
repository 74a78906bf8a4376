import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { CandidateForm } from '@hz/assembly/contract';
import { canonicalJson, type SessionId } from '@hz/kernel';
import {
  PAD_BYTES,
  PAPER_MAGIC,
  PAPER_VERSION,
  sectionContext,
  TAG_BYTES,
  type PaperHeader,
  type PaperLanguage,
  type PaperSection,
} from '../contract';

export interface Sealed {
  readonly file: Buffer;
  /** SHA-256 of the file, in hexadecimal. */
  readonly digest: string;
  readonly language: PaperLanguage;
  /** Section id → its key, 32 random bytes. */
  readonly keys: ReadonlyMap<string, Buffer>;
}

/** Seals a form for a session, under new keys. The type of `form` is the candidate's: nothing of a key can get in (P3). */
export function sealForm(sessionId: SessionId, form: CandidateForm): Sealed {
  const keys = new Map(form.sections.map(({ id }) => [id, randomBytes(32)]));
  const plains = form.sections.map(({ id, items }) => ({ id, items: items.length, plain: sectionPlain(form, items) }));
  const language = paperLanguage(form);
  const about = {
    version: PAPER_VERSION,
    sessionId,
    formId: form.formId,
    language,
    formulas: hasFormulas(form),
  } as const;
  const head = headOf({ ...about, sections: placed(plains) });
  const headDigest = createHash('sha256').update(head.bytes).digest('hex');
  const body = plains.map(({ id, plain }, index) => {
    const iv = Buffer.from(head.header.sections[index]!.iv, 'base64url');
    const cipher = createCipheriv('aes-256-gcm', keys.get(id)!, iv).setAAD(Buffer.from(sectionContext(headDigest, id)));
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  });
  const file = Buffer.concat([head.bytes, ...body]);
  return { file, digest: createHash('sha256').update(file).digest('hex'), language, keys };
}

/** `mul` where any item has a text in a second language. */
function paperLanguage({ sections }: CandidateForm): PaperLanguage {
  return sections.some(({ items }) => hasEnglish(items)) ? 'mul' : 'zh';
}

/** In Markdown a formula stands between dollar signs. */
function hasFormulas({ sections }: CandidateForm): boolean {
  return JSON.stringify(sections).includes('$');
}

function hasEnglish(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ('zh' in value && 'en' in value && value.en !== undefined) || Object.values(value).some(hasEnglish);
}

function sectionPlain({ sections, title }: CandidateForm, items: PaperSection['items']): Buffer {
  const outline = sections.map(({ id, component, title }) => ({ id, component, title }));
  const content: PaperSection = { form: { title, sections: outline }, items };
  const packed = deflateRawSync(canonicalJson(content), { level: 9 });
  const length = Buffer.alloc(4);
  length.writeUInt32BE(packed.length);
  const used = length.length + packed.length;
  return Buffer.concat([length, packed, Buffer.alloc(Math.ceil(used / PAD_BYTES) * PAD_BYTES - used)]);
}

function placed(plains: readonly { id: string; items: number; plain: Buffer }[]): PaperHeader['sections'] {
  let offset = 0;
  return plains.map(({ id, items, plain }) => {
    const length = plain.length + TAG_BYTES;
    const section = { id, items, iv: randomBytes(12).toString('base64url'), offset, length };
    offset += length;
    return section;
  });
}

function headOf(header: PaperHeader): { header: PaperHeader; bytes: Buffer } {
  const json = Buffer.from(canonicalJson(header));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return { header, bytes: Buffer.concat([Buffer.from(PAPER_MAGIC), length, json]) };
}
