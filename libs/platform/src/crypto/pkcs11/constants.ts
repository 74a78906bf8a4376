/** Numbers of PKCS #11 (OASIS, version 3.0) that are used here. */
export const CKO = { publicKey: 2, privateKey: 3 } as const;
export const CKA = {
  class: 0x0,
  token: 0x1,
  private: 0x2,
  label: 0x3,
  sensitive: 0x103,
  sign: 0x108,
  verify: 0x10a,
  modulus: 0x120,
  modulusBits: 0x121,
  publicExponent: 0x122,
  extractable: 0x162,
  ecParams: 0x180,
  ecPoint: 0x181,
} as const;
export const CKM = { rsaKeyPair: 0x0, sha256Rsa: 0x40, edwardsKeyPair: 0x1055, eddsa: 0x1057 } as const;
export const CKF = { serialSession: 0x4, writableSession: 0x2, osLocking: 0x2 } as const;
export const CKU_USER = 1;

export const CKR = {
  ok: 0x0,
  pinIncorrect: 0xa0,
  pinExpired: 0xa3,
  pinLocked: 0xa4,
  userAlreadyLoggedIn: 0x100,
  alreadyInitialized: 0x191,
} as const;

/** The names by which operators find them in the manuals of their token. */
const NAMES: Readonly<Record<number, string>> = {
  0x5: 'CKR_GENERAL_ERROR',
  0x6: 'CKR_FUNCTION_FAILED',
  0x30: 'CKR_DEVICE_ERROR',
  0x32: 'CKR_DEVICE_REMOVED',
  0x60: 'CKR_KEY_HANDLE_INVALID',
  0x70: 'CKR_MECHANISM_INVALID',
  0x82: 'CKR_OBJECT_HANDLE_INVALID',
  0xa0: 'CKR_PIN_INCORRECT',
  0xa3: 'CKR_PIN_EXPIRED',
  0xa4: 'CKR_PIN_LOCKED',
  0xb0: 'CKR_SESSION_CLOSED',
  0xb3: 'CKR_SESSION_HANDLE_INVALID',
  0xe0: 'CKR_TOKEN_NOT_PRESENT',
  0x101: 'CKR_USER_NOT_LOGGED_IN',
  0x190: 'CKR_CRYPTOKI_NOT_INITIALIZED',
};

/** A function of the library said no. */
export class Pkcs11Error extends Error {
  constructor(
    readonly called: string,
    readonly code: number,
  ) {
    super(`${called}: ${NAMES[code] ?? `0x${code.toString(16)}`}`);
  }
}
