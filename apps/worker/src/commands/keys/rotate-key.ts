import type { INestApplicationContext } from '@nestjs/common';
import { ResponseFileKeys } from '@hz/delivery';
import { ConfigurationError, isSigningPurpose, KeyRing, SIGNING_PURPOSES, type Config } from '@hz/platform';
import { LogKey } from '@hz/transparency';
import { within } from '../../worker.module';
import { recordChanges, recordDeed } from './key-records';

const FILES = 'response-file';

/**
 * `keys rotate PURPOSE`: a new key signs from now on; what the one before signed stays valid. Also puts a new key in the place of one that
 * is lost. Where the last run has made a key of the log and was cut off before it was adopted, that one is adopted and no other made.
 */
export function rotateKey(config: Config, [purpose = '']: string[]): Promise<number> {
  if (purpose !== FILES && !isSigningPurpose(purpose)) {
    throw new ConfigurationError([`keys rotate PURPOSE (one of: ${[...SIGNING_PURPOSES, FILES].join(', ')})`]);
  }
  return within(
    config,
    async (app) => {
      if (purpose === FILES) return rotateFileKey(app);
      if (purpose !== 'log' || (await app.get(LogKey).isAdopted())) {
        const { id } = await app.get(KeyRing).rotate(purpose, recordChanges(app));
        console.log(`${purpose}  ${id}`);
      }
      if (purpose === 'log') await adoptLogKey(app);
      return 0;
    },
    { keysMayLack: true },
  );
}

/** Lets the key of the log that is current sign, and says by which line monitors and witnesses know it. */
export async function adoptLogKey(app: INestApplicationContext): Promise<void> {
  console.log(`启用 / adopted: ${await app.get(LogKey).adopt()}`);
}

async function rotateFileKey(app: INestApplicationContext): Promise<number> {
  const object = (id: string) => ({ type: 'response-file-key', id });
  const made = await app.get(ResponseFileKeys).rotate((tx, id) => recordDeed(app, tx, 'delivery.key-made', object(id)));
  console.log(`${FILES}  ${made}`);
  return 0;
}
