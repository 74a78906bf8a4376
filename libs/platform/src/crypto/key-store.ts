import { problem } from '@hz/kernel';
import { ConfigurationError } from '../config/configuration-error';
import type { SigningAlgorithm } from './signer';

/** Where private keys lie. They never leave it: it makes them and signs with them. */
export abstract class KeyStore {
  /** Throws KeyStoreRefused with the one sentence that tells an operator what to mend. */
  abstract check(): Promise<void>;
  /** The public half of the key under a label; makes the key if there is none yet. */
  abstract create(label: string, algorithm: SigningAlgorithm): Promise<Uint8Array>;
  /** Throws SignerUnavailable when there is no such key. */
  abstract publicKey(label: string, algorithm: SigningAlgorithm): Promise<Uint8Array>;
  /** Throws SignerUnavailable when there is no such key, or the store does not answer. */
  abstract sign(label: string, algorithm: SigningAlgorithm, bytes: Uint8Array): Promise<Uint8Array>;
  abstract close(): Promise<void>;
}

/** Nothing can be signed for now. What waits for a signature is tried again. */
export class SignerUnavailable extends problem('platform.signer-unavailable', 'unavailable') {}

/** The settings do not open the store of the keys: the program does not start. `sentence` names settings and keys, never a secret. */
export class KeyStoreRefused extends ConfigurationError {
  constructor(settings: readonly string[], sentence: string) {
    super(settings);
    this.message = sentence;
  }
}
