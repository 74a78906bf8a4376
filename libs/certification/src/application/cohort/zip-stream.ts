import { crc32 } from 'node:zlib';
import type { ZipEntry } from '../../domain/zip';

/** Names are UTF-8 (bit 11). */
const FLAGS = 0x0800;
/** 1 January 1980, the first day that ZIP knows: the moment of packing says nothing of a certificate. */
const DOS_DATE = 0x0021;

/**
 * An archive, entry by entry (APPNOTE 6.3.10), stored as it is: at no time is more than one entry in memory. `read` gives exactly `size` bytes;
 * otherwise the stream fails, and who downloads it sees that it is cut short.
 */
export async function* zipStream<Entry extends ZipEntry>(
  entries: AsyncIterable<{ entry: Entry; bytes: Buffer }>,
): AsyncGenerator<Buffer> {
  const central: Buffer[] = [];
  let offset = 0;
  for await (const { entry, bytes } of entries) {
    if (bytes.length !== entry.size) throw new Error(`${entry.name} has ${bytes.length} bytes and not ${entry.size}`);
    const name = Buffer.from(entry.name, 'utf8');
    const common = commonFields(crc32(bytes), bytes.length, name.length);
    const local = Buffer.concat([signature(0x04034b50), version(20), common, name]);
    central.push(centralHeader(common, name, offset));
    offset += local.length + bytes.length;
    yield local;
    yield bytes;
  }
  const directory = Buffer.concat(central);
  yield directory;
  yield endOf(central.length, directory.length, offset);
}

/** From the flags to the length of the extra field: the same in both headers. */
function commonFields(sum: number, size: number, nameLength: number): Buffer {
  const fields = Buffer.alloc(24);
  fields.writeUInt16LE(FLAGS, 0);
  fields.writeUInt16LE(DOS_DATE, 6);
  fields.writeUInt32LE(sum, 8);
  fields.writeUInt32LE(size, 12);
  fields.writeUInt32LE(size, 16);
  fields.writeUInt16LE(nameLength, 20);
  return fields;
}

function centralHeader(common: Buffer, name: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([signature(0x02014b50), version(20), version(20), common, rest, name]);
}

function endOf(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function version(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
