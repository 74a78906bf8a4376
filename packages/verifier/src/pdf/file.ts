import { latin1, type Bytes } from '../bytes';
import { inflated } from '../inflate';
import { Name, NotPdf, PdfText, Reference, type PdfDictionary, type PdfValue } from './objects';

/** The largest attachment that is read. */
const MAX_BYTES = 1_048_576;

/** A PDF as far as its attachments and its signature need it. Files with packed objects (PDF 1.5) are read too. */
export class PdfFile {
  private readonly text: string;
  private readonly offsets = new Map<number, number>();
  private readonly packed = new Map<number, string>();

  private constructor(private readonly bytes: Bytes) {
    this.text = latin1(bytes);
  }

  /** Throws NotPdf where it cannot be read. */
  static async open(bytes: Bytes): Promise<PdfFile> {
    const file = new PdfFile(bytes);
    // By looking for objects, the later one counting, and not by the table: a signed file is read as a whole in any case.
    for (const found of file.text.matchAll(/(?<!\d)(\d{1,10}) \d{1,5} obj\b/g))
      file.offsets.set(Number(found[1]), found.index + found[0].length);
    for (const number of [...file.offsets.keys()]) await file.unpack(number);
    return file;
  }

  /** The files that are attached, by name. */
  async attachments(): Promise<Map<string, Bytes>> {
    const found = new Map<string, Bytes>();
    const names = this.at(this.root(), 'Names', 'EmbeddedFiles', 'Names');
    if (!Array.isArray(names)) return found;
    for (let at = 1; at < names.length; at += 2) {
      const specification = this.dictionary(names[at]);
      const name = specification && this.resolved(specification.get('F') ?? specification.get('UF'));
      const file = specification && this.dictionary(specification.get('EF'))?.get('F');
      if (!(name instanceof Uint8Array) || !(file instanceof Reference)) continue;
      const title = textString(name);
      if (found.has(title)) throw new NotPdf('two attachments of one name');
      found.set(title, await this.stream(file.number));
    }
    return found;
  }

  /** The dictionaries of the signature fields that are signed. */
  signatures(): PdfDictionary[] {
    const fields = this.at(this.root(), 'AcroForm', 'Fields');
    return (Array.isArray(fields) ? fields : []).flatMap((field) => {
      const found = this.dictionary(field);
      const type = found?.get('FT');
      const value = type instanceof Name && type.name === 'Sig' ? this.dictionary(found?.get('V')) : null;
      return value ? [value] : [];
    });
  }

  private root(): PdfDictionary | null {
    for (const number of this.offsets.keys()) if (this.isCatalog(number)) return this.dictionary(new Reference(number));
    for (const number of this.packed.keys()) if (this.isCatalog(number)) return this.dictionary(new Reference(number));
    return null;
  }

  private isCatalog(number: number): boolean {
    const offset = this.offsets.get(number);
    const beginning = this.packed.get(number) ?? this.text.slice(offset, offset! + 2_000);
    return /\/Type\s*\/Catalog\b/.test(beginning) && this.type(number) === 'Catalog';
  }

  private type(number: number): string | null {
    try {
      const type = this.dictionary(new Reference(number))?.get('Type');
      return type instanceof Name ? type.name : null;
    } catch {
      return null;
    }
  }

  private at(from: PdfDictionary | null, ...path: readonly string[]): PdfValue {
    let value: PdfValue = from;
    for (const name of path) value = this.resolved(this.dictionary(value)?.get(name));
    return value;
  }

  private dictionary(value: PdfValue | undefined): PdfDictionary | null {
    const found = this.resolved(value);
    return found instanceof Map ? found : null;
  }

  private resolved(value: PdfValue | undefined): PdfValue {
    if (!(value instanceof Reference)) return value ?? null;
    const packed = this.packed.get(value.number);
    if (packed !== undefined) return new PdfText(packed).value();
    const offset = this.offsets.get(value.number);
    return offset === undefined ? null : new PdfText(this.text, offset).value();
  }

  private async stream(number: number): Promise<Bytes> {
    const reader = new PdfText(this.text, this.offsets.get(number) ?? this.text.length);
    const dictionary = reader.value();
    if (!(dictionary instanceof Map) || reader.word() !== 'stream') throw new NotPdf('not a stream');
    const start = reader.at + (this.text.startsWith('\r\n', reader.at) ? 2 : 1);
    const length = this.resolved(dictionary.get('Length'));
    if (typeof length !== 'number') throw new NotPdf('a stream without length');
    const bytes = this.bytes.slice(start, start + length);
    const filter = this.resolved(dictionary.get('Filter'));
    const names = [filter].flat().map((each) => (each instanceof Name ? each.name : null));
    if (names.length === 1 && names[0] === null) return bytes;
    if (names.length !== 1 || names[0] !== 'FlateDecode') throw new NotPdf('a filter that is not known');
    return inflated(bytes, 'deflate', MAX_BYTES);
  }

  /** Puts the objects of an object stream beside the others. */
  private async unpack(number: number): Promise<void> {
    const offset = this.offsets.get(number)!;
    if (!/\/Type\s*\/ObjStm\b/.test(this.text.slice(offset, offset + 500)) || this.type(number) !== 'ObjStm') return;
    const dictionary = this.dictionary(new Reference(number))!;
    const [count, first] = [dictionary.get('N'), dictionary.get('First')];
    if (typeof count !== 'number' || typeof first !== 'number') throw new NotPdf('not an object stream');
    const text = latin1(await this.stream(number));
    const head = text.slice(0, first).trim().split(/\s+/).map(Number);
    for (let each = 0; each < count && each < 10_000; each += 1)
      this.packed.set(head[2 * each]!, text.slice(first + head[2 * each + 1]!));
  }
}

/** A text string (ISO 32000-1, 7.9.2.2): UTF-16 where its mark says so. */
function textString(bytes: Bytes): string {
  const isWide = bytes[0] === 0xfe && bytes[1] === 0xff;
  return isWide ? new TextDecoder('utf-16be').decode(bytes.subarray(2)) : latin1(bytes);
}
