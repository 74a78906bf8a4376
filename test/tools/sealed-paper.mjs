// Opens sealed papers as the description in delivery's contract says, with Node's own cryptography and none of the server's functions.
import { createDecipheriv, createECDH, createHash, hkdfSync } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';

const TAG_BYTES = 16;
const HEADER_AT = 12;

/** The key of one page: what is sent of it, and what it takes out of a reply (section id → key). */
export function makePageKey() {
  const ecdh = createECDH('prime256v1');
  const publicKey = ecdh.generateKeys('base64url');
  const keysFrom = (attemptId, { digest, publicKey: from, iv, box }) => {
    const context = Buffer.from(`hengzheng/paper-keys/1/${attemptId}/${digest}`);
    const key = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(from, 'base64url'), '', context, 32));
    const sent = JSON.parse(decrypted(key, bytes(iv), context, bytes(box)));
    return new Map(Object.entries(sent).map(([id, each]) => [id, bytes(each)]));
  };
  return { publicKey, keysFrom };
}

/** The candidate's form as far as there are keys; other sections come without items. Throws where the file is not the one of `digest`. */
export function openPaper(file, digest, keys) {
  if (sha256(file) !== digest) throw new Error('the paper is damaged');
  const bodyAt = HEADER_AT + file.readUInt32BE(8);
  const headDigest = sha256(file.subarray(0, bodyAt));
  const { formId, sections } = JSON.parse(file.subarray(HEADER_AT, bodyAt));
  const opened = new Map();
  for (const { id, iv, offset, length } of sections.filter((section) => keys.has(section.id))) {
    const sealed = file.subarray(bodyAt + offset, bodyAt + offset + length);
    const plain = decrypted(keys.get(id), bytes(iv), Buffer.from(`${headDigest}/${id}`), sealed);
    opened.set(id, JSON.parse(inflateRawSync(plain.subarray(4, 4 + plain.readUInt32BE(0)))));
  }
  const [{ form }] = opened.values();
  return {
    formId,
    ...form,
    sections: form.sections.map((each) => ({ ...each, items: opened.get(each.id)?.items ?? [] })),
  };
}

function decrypted(key, iv, context, sealed) {
  const decipher = createDecipheriv('aes-256-gcm', key, iv)
    .setAAD(context)
    .setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final()]);
}

const bytes = (text) => Buffer.from(text, 'base64url');
const sha256 = (content) => createHash('sha256').update(content).digest('hex');
