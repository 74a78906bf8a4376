import { createDecipheriv, hkdfSync } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import {
  MAX_RESPONSE_FILE_BYTES,
  RESPONSE_FILE_MAGIC,
  responseFileContentSchema,
  responseFileContext,
  ResponseFileAltered,
  ResponseFileCutOff,
  responseFileHeaderSchema,
  ResponseFileTooLarge,
  ResponseFileUnreadable,
  type ResponseFileContent,
  type ResponseFileHeader,
} from '../contract';

const HEADER_AT = RESPONSE_FILE_MAGIC.length + 4;
const TAG_BYTES = 16;
/** What a file may unpack to: journals are text, and a bomb is none. */
const MAX_PLAIN_BYTES = 8_000_000;
const LONGEST_HEADER = 1_024;

export interface FileParts {
  readonly header: ResponseFileHeader;
  readonly head: Buffer;
  readonly body: Buffer;
}

/** Takes a file apart. Throws ResponseFileTooLarge, ResponseFileUnreadable where it is none, ResponseFileCutOff. */
export function partsOfFile(file: Buffer): FileParts {
  if (file.length > MAX_RESPONSE_FILE_BYTES) throw new ResponseFileTooLarge();
  if (file.subarray(0, RESPONSE_FILE_MAGIC.length).toString('latin1') !== RESPONSE_FILE_MAGIC) {
    throw new ResponseFileUnreadable();
  }
  if (file.length < HEADER_AT) throw new ResponseFileCutOff();
  const length = file.readUInt32BE(RESPONSE_FILE_MAGIC.length);
  if (length > LONGEST_HEADER) throw new ResponseFileUnreadable();
  const bodyAt = HEADER_AT + length;
  if (file.length < bodyAt) throw new ResponseFileCutOff();
  const header = responseFileHeaderSchema.safeParse(jsonOf(file.subarray(HEADER_AT, bodyAt)));
  if (!header.success) throw new ResponseFileUnreadable();
  const body = file.subarray(bodyAt);
  if (body.length < header.data.length) throw new ResponseFileCutOff();
  if (body.length > header.data.length) throw new ResponseFileAltered();
  return { header: header.data, head: file.subarray(0, bodyAt), body };
}

/** Opens a file by the secret that its key shares with ours. Throws ResponseFileAltered where anything of it was changed. */
export function openResponseFile({ header, head, body }: FileParts, shared: Buffer): ResponseFileContent {
  const key = Buffer.from(hkdfSync('sha256', shared, '', Buffer.from(responseFileContext(header)), 32));
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(header.iv, 'base64url'))
    .setAAD(head)
    .setAuthTag(body.subarray(-TAG_BYTES));
  let plain: Buffer;
  try {
    const packed = Buffer.concat([decipher.update(body.subarray(0, -TAG_BYTES)), decipher.final()]);
    plain = inflateRawSync(packed, { maxOutputLength: MAX_PLAIN_BYTES });
  } catch {
    throw new ResponseFileAltered();
  }
  const content = responseFileContentSchema.safeParse(jsonOf(plain));
  if (!content.success) throw new ResponseFileAltered();
  return content.data;
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}
