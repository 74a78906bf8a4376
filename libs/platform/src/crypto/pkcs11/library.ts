import { CKR, Pkcs11Error } from './constants';

type Argument = number | bigint | Buffer | null;
type Native = { async(...given: [...Argument[], (error: unknown, code: number | bigint) => void]): void };

/** What each function takes: n = a number of the machine's word, b = a byte, p = bytes. */
const FUNCTIONS = {
  C_Initialize: 'p',
  C_Finalize: 'p',
  C_GetSlotList: 'bpp',
  C_GetTokenInfo: 'np',
  C_OpenSession: 'nnppp',
  C_Login: 'nnpn',
  C_FindObjectsInit: 'npn',
  C_FindObjects: 'npnp',
  C_FindObjectsFinal: 'n',
  C_GenerateKeyPair: 'nppnpnpp',
  C_GetAttributeValue: 'nnpn',
  C_SignInit: 'npn',
  C_Sign: 'npnpp',
} as const;
type FunctionName = keyof typeof FUNCTIONS;
const TYPES = { n: 'ulong', b: 'uint8', p: 'void *' } as const;

const WORD = 8;
const ATTRIBUTE_WORDS = 3;

/** A value of an attribute: a number or truth as the standard lays it out, or bytes as they are. */
export type AttributeValue = number | boolean | Buffer;

/** A PKCS #11 library, called on threads of its own so that a slow token holds up nothing else. 64-bit machines only. */
export class Pkcs11Library {
  private constructor(
    private readonly functions: ReadonlyMap<FunctionName, Native>,
    private readonly addressOf: (bytes: Buffer) => bigint,
  ) {}

  /** Loads it, and only now what calls it. Throws when there is no such library. */
  static async load(path: string): Promise<Pkcs11Library> {
    const koffi = await import('koffi');
    if (koffi.sizeof('ulong') !== WORD) throw new Error('PKCS #11 needs a 64-bit system');
    const library = koffi.load(path);
    const functions = Object.entries(FUNCTIONS).map(([name, takes]) => {
      const types = [...takes].map((type) => TYPES[type as keyof typeof TYPES]);
      return [name as FunctionName, library.func(name, 'ulong', types) as unknown as Native] as const;
    });
    return new Pkcs11Library(new Map(functions), (bytes) => koffi.address(bytes));
  }

  /** Throws Pkcs11Error unless it answers OK or one of `alsoFine`. */
  async call(name: FunctionName, given: Argument[], alsoFine: readonly number[] = []): Promise<void> {
    const code = await new Promise<number>((resolve, reject) => {
      this.functions.get(name)!.async(...given, (error, result) => {
        if (error) reject(error instanceof Error ? error : new Error('the library could not be called'));
        else resolve(Number(result));
      });
    });
    if (code !== CKR.ok && !alsoFine.includes(code)) throw new Pkcs11Error(name, code);
  }

  /** Attributes as the library reads them; the values must be kept until it has. */
  template(attributes: readonly (readonly [number, AttributeValue])[]): {
    bytes: Buffer;
    count: number;
    values: Buffer[];
  } {
    const values = attributes.map(([, value]) => laidOut(value));
    const bytes = Buffer.alloc(attributes.length * ATTRIBUTE_WORDS * WORD);
    attributes.forEach(([type], index) => {
      const at = index * ATTRIBUTE_WORDS * WORD;
      bytes.writeBigUInt64LE(BigInt(type), at);
      bytes.writeBigUInt64LE(this.addressOf(values[index]!), at + WORD);
      bytes.writeBigUInt64LE(BigInt(values[index]!.length), at + 2 * WORD);
    });
    return { bytes, count: attributes.length, values };
  }
}

/** Room for a number that the library writes. */
export const wordOf = (value = 0): Buffer => {
  const bytes = Buffer.alloc(WORD);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};
export const numberIn = (bytes: Buffer, index = 0): number => Number(bytes.readBigUInt64LE(index * WORD));

/** A mechanism without parameters. */
export function mechanism(type: number): Buffer {
  const bytes = Buffer.alloc(3 * WORD);
  bytes.writeBigUInt64LE(BigInt(type));
  return bytes;
}

function laidOut(value: AttributeValue): Buffer {
  if (typeof value === 'number') return wordOf(value);
  if (typeof value === 'boolean') return Buffer.of(value ? 1 : 0);
  // Memory of its own, that nothing moves.
  const bytes = Buffer.alloc(value.length);
  value.copy(bytes);
  return bytes;
}
