import { ConfigurationError, type Config } from '@hz/platform';
import { changePassphrase } from './change-passphrase';
import { declareCompromise } from './declare-compromise';
import { listKeys } from './list-keys';
import { rotateKey } from './rotate-key';

const DEEDS = {
  list: listKeys,
  rotate: rotateKey,
  'declare-compromise': declareCompromise,
  'change-passphrase': changePassphrase,
} satisfies Record<string, (config: Config, args: string[]) => Promise<number>>;

/** `keys list | rotate | declare-compromise | change-passphrase`: what an operator does with the keys of the installation (`docs/keys.md`). */
export function keys(config: Config, [deed = 'list', ...args]: string[]): Promise<number> {
  if (!Object.hasOwn(DEEDS, deed)) {
    throw new ConfigurationError([`keys ${deed} (one of: ${Object.keys(DEEDS).join(', ')})`]);
  }
  return DEEDS[deed as keyof typeof DEEDS](config, args);
}
