import { fromLatin1, type Bytes } from '../bytes';

export class Name {
  constructor(readonly name: string) {}
}
export class Reference {
  constructor(readonly number: number) {}
}
export type PdfDictionary = Map<string, PdfValue>;
export type PdfValue = null | boolean | number | Bytes | Name | Reference | PdfValue[] | PdfDictionary;

/** The text is not a PDF value. */
export class NotPdf extends Error {}

const SPACE = /[\0\t\n\f\r ]/;
const DELIMITER = /[\0\t\n\f\r ()<>[\]{}/%]/;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads values (ISO 32000-1, 7.3) out of the file, each byte as one character. */
export class PdfText {
  constructor(
    readonly text: string,
    public at = 0,
  ) {}

  /** The word at this place, and past it. */
  word(): string {
    this.skip();
    const start = this.at;
    while (this.at < this.text.length && !DELIMITER.test(this.text[this.at]!)) this.at += 1;
    return this.text.slice(start, this.at);
  }

  value(depth = 0): PdfValue {
    if (depth > 30) throw new NotPdf('nested too deeply');
    this.skip();
    const rest = this.text.slice(this.at, this.at + 2);
    if (rest === '<<') return this.dictionary(depth);
    switch (rest[0]) {
      case '[':
        return this.array(depth);
      case '/':
        return this.name();
      case '(':
        return this.string();
      case '<':
        return this.hexadecimal();
      case undefined:
        throw new NotPdf('the end');
      default:
        return this.numberOrWord();
    }
  }

  private skip(): void {
    for (; ; this.at += 1) {
      const character = this.text[this.at];
      if (character === '%') while (this.at < this.text.length && !/[\r\n]/.test(this.text[this.at]!)) this.at += 1;
      else if (character === undefined || !SPACE.test(character)) return;
    }
  }

  private dictionary(depth: number): PdfDictionary {
    this.at += 2;
    const found: PdfDictionary = new Map();
    for (;;) {
      this.skip();
      if (this.text.startsWith('>>', this.at)) break;
      const key = this.value(depth + 1);
      if (!(key instanceof Name) || found.has(key.name)) throw new NotPdf('not a dictionary');
      found.set(key.name, this.value(depth + 1));
    }
    this.at += 2;
    return found;
  }

  private array(depth: number): PdfValue[] {
    this.at += 1;
    const found: PdfValue[] = [];
    for (;;) {
      this.skip();
      if (this.text[this.at] === ']') break;
      found.push(this.value(depth + 1));
    }
    this.at += 1;
    return found;
  }

  private name(): Name {
    this.at += 1;
    const written = this.word();
    return new Name(
      written.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
    );
  }

  private string(): Bytes {
    let [found, open] = ['', 1];
    for (this.at += 1; ; this.at += 1) {
      const character = this.text[this.at];
      if (character === undefined) throw new NotPdf('the end');
      if (character === '\\') found += this.escaped();
      else {
        open += character === '(' ? 1 : character === ')' ? -1 : 0;
        if (open === 0) break;
        found += character;
      }
    }
    this.at += 1;
    return fromLatin1(found);
  }

  private escaped(): string {
    const [octal] = /^[0-7]{1,3}/.exec(this.text.slice(this.at + 1, this.at + 4)) ?? [];
    this.at += octal?.length ?? 1;
    if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8) & 0xff);
    const character = this.text[this.at] ?? '';
    return character === '\n' || character === '\r' ? '' : (ESCAPES[character] ?? character);
  }

  private hexadecimal(): Bytes {
    const end = this.text.indexOf('>', this.at);
    const digits = this.text.slice(this.at + 1, end).replace(/\s/g, '');
    if (end < 0 || !/^[0-9A-Fa-f]*$/.test(digits)) throw new NotPdf('not hexadecimal');
    this.at = end + 1;
    return Uint8Array.from(digits.match(/..?/g) ?? [], (pair) => parseInt(pair.padEnd(2, '0'), 16));
  }

  private numberOrWord(): PdfValue {
    const [written] = /^\d{1,10} \d{1,5} R(?![^\s()<>[\]{}/%])/.exec(this.text.slice(this.at, this.at + 20)) ?? [];
    if (written !== undefined) {
      this.at += written.length;
      return new Reference(parseInt(written, 10));
    }
    const word = this.word();
    if (/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(word)) return Number(word);
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    throw new NotPdf(`not a value: ${word.slice(0, 20)}`);
  }
}
