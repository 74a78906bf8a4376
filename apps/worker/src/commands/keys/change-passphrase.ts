import { parseArgs } from 'node:util';
import { ConfigurationError, FileKeyStore, SecretBox, UnitOfWork, type Config } from '@hz/platform';
import { within } from '../../worker.module';
import { recordDeed } from './key-records';

/**
 * `keys change-passphrase`: seals the key files with NEW_KEY_PASSPHRASE instead of KEY_PASSPHRASE, or with `--to-master-key` with
 * HZ_MASTER_KEY alone. May be repeated after a crash. Afterwards a start with the new passphrase shows that every key opens.
 */
export async function changePassphrase(config: Config, args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { 'to-master-key': { type: 'boolean', default: false } } });
  const { signer } = config;
  if (signer.kind !== 'file') throw new ConfigurationError(['SIGNER (the token itself changes its PIN)']);
  const next = values['to-master-key'] ? undefined : signer.newPassphrase;
  if (next === undefined && !values['to-master-key']) throw new ConfigurationError(['NEW_KEY_PASSPHRASE']);
  const files = await new FileKeyStore(config, signer.passphrase, new SecretBox(config)).reseal(next);
  return within({ ...config, signer: { ...signer, passphrase: next } }, async (app) => {
    const object = { type: 'key-store', id: 'file' };
    await app.get(UnitOfWork).run((tx) => recordDeed(app, tx, 'platform.key-passphrase-changed', object, { files }));
    console.log(`已重新加密 / sealed anew: ${files}`);
    return 0;
  });
}
