import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

export type Reference = `${number} 0 R`;

/** The indirect objects of one PDF file (ISO 32000-1, 7.3.10), written in the order in which they were reserved. */
export class PdfObjects {
  private readonly bodies: (Buffer | null)[] = [];

  reserve(): Reference {
    this.bodies.push(null);
    return `${this.bodies.length} 0 R`;
  }

  fill(reference: Reference, body: string): void {
    this.bodies[Number.parseInt(reference, 10) - 1] = Buffer.from(body, 'latin1');
  }

  add(body: string): Reference {
    const reference = this.reserve();
    this.fill(reference, body);
    return reference;
  }

  /** A stream whose data are compressed here. `entries` are those of its dictionary besides length and filter. */
  stream(entries: string, data: Uint8Array): Reference {
    return this.filtered(`${entries} /Filter /FlateDecode`, deflateSync(data));
  }

  /** A stream whose data are already what the filter in `entries` wants, or plain. */
  filtered(entries: string, data: Uint8Array): Reference {
    const reference = this.reserve();
    this.bodies[this.bodies.length - 1] = Buffer.concat([
      Buffer.from(`<< ${entries} /Length ${data.length} >>\nstream\n`, 'latin1'),
      data,
      Buffer.from('\nendstream', 'latin1'),
    ]);
    return reference;
  }

  /** The whole file. Its identifier comes from its content, so that equal objects give equal files. */
  file(root: Reference, info: Reference): Buffer {
    // The four bytes in the comment tell tools that the file is binary (7.5.2).
    const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
    let length = parts[0]!.length;
    const push = (part: Buffer): void => {
      parts.push(part);
      length += part.length;
    };
    const offsets = this.bodies.map((body, index) => {
      if (body === null) throw new Error(`object ${index + 1} of a PDF was reserved and never written`);
      const offset = length;
      push(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]));
      return offset;
    });
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part);
    const id = hash.digest('hex').slice(0, 32);
    const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    const size = offsets.length + 1;
    const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root ${root} /Info ${info} /ID [<${id}> <${id}>] >>\nstartxref\n${length}\n%%EOF\n`;
    return Buffer.concat([...parts, Buffer.from(end, 'latin1')]);
  }
}
