import { createPublicKey } from 'node:crypto';
import type { SigningAlgorithm } from '../signer';
import { CKA, CKF, CKM, CKO, CKR, CKU_USER } from './constants';
import { mechanism, numberIn, wordOf, type AttributeValue, type Pkcs11Library } from './library';

const SLOTS_AT_MOST = 64;
const TOKEN_INFO_BYTES = 256;
const LABEL_BYTES = 32;
const ED25519_POINT_BYTES = 34;
const RSA_BITS = 3_072;
const RSA_BYTES = RSA_BITS / 8;
/** id-Ed25519 (RFC 8410), DER. */
const ED25519_PARAMS = Buffer.from('06032b6570', 'hex');
const RSA_EXPONENT = Buffer.from([1, 0, 1]);

const MAKES: Record<SigningAlgorithm, { mechanism: number; attributes: (readonly [number, AttributeValue])[] }> = {
  ed25519: { mechanism: CKM.edwardsKeyPair, attributes: [[CKA.ecParams, ED25519_PARAMS]] },
  'rsa-sha256': {
    mechanism: CKM.rsaKeyPair,
    attributes: [
      [CKA.modulusBits, RSA_BITS],
      [CKA.publicExponent, RSA_EXPONENT],
    ],
  },
};
const SIGNS: Record<SigningAlgorithm, { mechanism: number; bytes: number }> = {
  ed25519: { mechanism: CKM.eddsa, bytes: 64 },
  'rsa-sha256': { mechanism: CKM.sha256Rsa, bytes: RSA_BYTES },
};

export class TokenNotFound extends Error {}

/** A session with a token, signed in. One call at a time. */
export class Pkcs11Session {
  private readonly found = new Map<string, number>();

  private constructor(
    private readonly library: Pkcs11Library,
    private readonly handle: number,
  ) {}

  /** Throws TokenNotFound, and Pkcs11Error such as CKR_PIN_INCORRECT. */
  static async open(library: Pkcs11Library, token: string, pin: string): Promise<Pkcs11Session> {
    const locking = Buffer.alloc(48);
    locking.writeBigUInt64LE(BigInt(CKF.osLocking), 32);
    await library.call('C_Initialize', [locking], [CKR.alreadyInitialized]);
    const session = wordOf();
    const flags = CKF.serialSession | CKF.writableSession;
    await library.call('C_OpenSession', [await slotOf(library, token), flags, null, null, session]);
    const pinBytes = Buffer.from(pin);
    const signedIn = [numberIn(session), CKU_USER, pinBytes, pinBytes.length];
    await library.call('C_Login', signedIn, [CKR.userAlreadyLoggedIn]);
    return new Pkcs11Session(library, numberIn(session));
  }

  /** Ends every session of this process with the library. */
  static async end(library: Pkcs11Library): Promise<void> {
    await library.call('C_Finalize', [null]).catch(() => undefined);
  }

  /** Makes a key pair that stays on the token: its private half can be neither read nor copied. */
  async generate(label: string, algorithm: SigningAlgorithm): Promise<void> {
    const name = [CKA.label, Buffer.from(label)] as const;
    const kept = [[CKA.token, true], name] as const;
    const { mechanism: type, attributes } = MAKES[algorithm];
    const open = this.library.template([...kept, [CKA.private, false], [CKA.verify, true], ...attributes]);
    const secret = this.library.template([
      ...kept,
      [CKA.private, true],
      [CKA.sensitive, true],
      [CKA.extractable, false],
      [CKA.sign, true],
    ]);
    const halves = [open.bytes, open.count, secret.bytes, secret.count] as const;
    await this.library.call('C_GenerateKeyPair', [this.handle, mechanism(type), ...halves, wordOf(), wordOf()]);
    // Their memory must outlive the call.
    void [open.values, secret.values];
  }

  /** As in SigningKey; null when the token has no such key. */
  async publicKey(label: string, algorithm: SigningAlgorithm): Promise<Uint8Array | null> {
    const key = await this.find(label, CKO.publicKey);
    if (key === null) return null;
    if (algorithm === 'ed25519') {
      // A DER octet string of 32 bytes.
      const point = await this.attribute(key, CKA.ecPoint, ED25519_POINT_BYTES);
      return new Uint8Array(point.subarray(2));
    }
    const modulus = await this.attribute(key, CKA.modulus, RSA_BYTES);
    const jwk = { kty: 'RSA', n: modulus.toString('base64url'), e: RSA_EXPONENT.toString('base64url') };
    return new Uint8Array(createPublicKey({ key: jwk, format: 'jwk' }).export({ format: 'der', type: 'spki' }));
  }

  /** Null when the token has no such key. */
  async sign(label: string, algorithm: SigningAlgorithm, bytes: Uint8Array): Promise<Uint8Array | null> {
    const key = await this.find(label, CKO.privateKey);
    if (key === null) return null;
    const { mechanism: type, bytes: length } = SIGNS[algorithm];
    const [data, signature, size] = [Buffer.from(bytes), Buffer.alloc(length), wordOf(length)];
    await this.library.call('C_SignInit', [this.handle, mechanism(type), key]);
    await this.library.call('C_Sign', [this.handle, data, data.length, signature, size]);
    return new Uint8Array(signature.subarray(0, numberIn(size)));
  }

  private async attribute(object: number, type: number, length: number): Promise<Buffer> {
    const wanted = this.library.template([[type, Buffer.alloc(length)]]);
    await this.library.call('C_GetAttributeValue', [this.handle, object, wanted.bytes, wanted.count]);
    return wanted.values[0]!;
  }

  private async find(label: string, kind: number): Promise<number | null> {
    const before = this.found.get(`${kind} ${label}`);
    if (before !== undefined) return before;
    const wanted = this.library.template([
      [CKA.class, kind],
      [CKA.label, Buffer.from(label)],
    ]);
    const [object, count] = [wordOf(), wordOf()];
    await this.library.call('C_FindObjectsInit', [this.handle, wanted.bytes, wanted.count]);
    await this.library.call('C_FindObjects', [this.handle, object, 1, count]);
    await this.library.call('C_FindObjectsFinal', [this.handle]);
    void wanted.values;
    if (numberIn(count) === 0) return null;
    this.found.set(`${kind} ${label}`, numberIn(object));
    return numberIn(object);
  }
}

async function slotOf(library: Pkcs11Library, token: string): Promise<number> {
  const [slots, count] = [Buffer.alloc(SLOTS_AT_MOST * 8), wordOf(SLOTS_AT_MOST)];
  await library.call('C_GetSlotList', [1, slots, count]);
  for (let index = 0; index < numberIn(count); index += 1) {
    const info = Buffer.alloc(TOKEN_INFO_BYTES);
    await library.call('C_GetTokenInfo', [numberIn(slots, index), info]);
    if (info.subarray(0, LABEL_BYTES).toString('utf8').trimEnd() === token) return numberIn(slots, index);
  }
  throw new TokenNotFound(`no token is called ${token}`);
}
