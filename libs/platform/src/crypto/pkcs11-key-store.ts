import type { SignerSettings } from '../config/config';
import { KeyStore, KeyStoreRefused, SignerUnavailable } from './key-store';
import { CKR, Pkcs11Error } from './pkcs11/constants';
import { Pkcs11Library } from './pkcs11/library';
import { Pkcs11Session, TokenNotFound } from './pkcs11/session';
import type { SigningAlgorithm } from './signer';

type Settings = Extract<SignerSettings, { kind: 'pkcs11' }>;
/** A token locks itself after a few wrong PINs: after one of these it is not signed in to again. */
const PIN_REFUSED: readonly number[] = [CKR.pinIncorrect, CKR.pinExpired, CKR.pinLocked];

/**
 * Keeps the keys on a token (an HSM, a smart card, SoftHSM) that a PKCS #11 library reaches. When the token goes away or starts anew, the
 * next signature begins a new session; until it is back, nothing is signed.
 */
export class Pkcs11KeyStore extends KeyStore {
  private library: Promise<Pkcs11Library> | undefined;
  private session: Promise<Pkcs11Session> | undefined;
  private pinRefused: Pkcs11Error | undefined;
  /** A session does one thing at a time. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly settings: Settings) {
    super();
  }

  async check(): Promise<void> {
    await this.inTurn(async () => {
      try {
        await this.opened();
      } catch (error) {
        await this.endSession();
        throw refusalOf(error, this.settings);
      }
    });
  }

  async create(label: string, algorithm: SigningAlgorithm): Promise<Uint8Array> {
    return this.withSession(label, async (session) => {
      const before = await session.publicKey(label, algorithm);
      if (before !== null) return before;
      await session.generate(label, algorithm);
      return session.publicKey(label, algorithm);
    });
  }

  async publicKey(label: string, algorithm: SigningAlgorithm): Promise<Uint8Array> {
    return this.withSession(label, (session) => session.publicKey(label, algorithm));
  }

  async sign(label: string, algorithm: SigningAlgorithm, bytes: Uint8Array): Promise<Uint8Array> {
    return this.withSession(label, (session) => session.sign(label, algorithm, bytes));
  }

  async close(): Promise<void> {
    await this.inTurn(() => this.endSession());
  }

  /** A failure, or a key that is not there, may come from a token that was away: a second session has the last word. */
  private withSession<Result>(
    label: string,
    work: (session: Pkcs11Session) => Promise<Result | null>,
  ): Promise<Result> {
    return this.inTurn(async () => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          const result = await work(await this.opened());
          if (result !== null) return result;
          if (attempt === 2) throw new SignerUnavailable({ key: label, why: 'missing' });
        } catch (error) {
          await this.endSession();
          if (error instanceof SignerUnavailable) throw error;
          if (attempt === 2 || error === this.pinRefused) throw unavailable(label, error);
          continue;
        }
        await this.endSession();
      }
    });
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }

  private opened(): Promise<Pkcs11Session> {
    if (this.pinRefused !== undefined) return Promise.reject(this.pinRefused);
    this.session ??= this.open();
    return this.session;
  }

  private async open(): Promise<Pkcs11Session> {
    const { module, token, pin } = this.settings;
    this.library ??= Pkcs11Library.load(module);
    const library = await this.library;
    try {
      return await Pkcs11Session.open(library, token, pin);
    } catch (error) {
      if (error instanceof Pkcs11Error && PIN_REFUSED.includes(error.code)) this.pinRefused = error;
      throw error;
    }
  }

  /** A library that starts anew looks for its tokens anew. */
  private async endSession(): Promise<void> {
    this.session = undefined;
    const library = await this.library?.catch(() => undefined);
    if (library === undefined) this.library = undefined;
    else await Pkcs11Session.end(library);
  }
}

function unavailable(key: string, error: unknown): SignerUnavailable {
  return new SignerUnavailable({ key, why: error instanceof Error ? error.message : 'unknown' });
}

function refusalOf(error: unknown, { module, token }: Settings): KeyStoreRefused {
  if (error instanceof TokenNotFound) {
    return new KeyStoreRefused(
      ['PKCS11_TOKEN'],
      `PKCS11_TOKEN：没有名为「${token}」的令牌 / PKCS11_TOKEN: there is no token called "${token}"`,
    );
  }
  if (error instanceof Pkcs11Error && PIN_REFUSED.includes(error.code)) {
    return new KeyStoreRefused(
      ['PKCS11_PIN'],
      `PKCS11_PIN 被令牌拒绝（${error.message}） / PKCS11_PIN is refused by the token (${error.message})`,
    );
  }
  const why = error instanceof Error ? error.message : 'unknown';
  return new KeyStoreRefused(
    ['PKCS11_MODULE'],
    `PKCS11_MODULE 无法使用 ${module}：${why} / PKCS11_MODULE: ${module} cannot be used: ${why}`,
  );
}
