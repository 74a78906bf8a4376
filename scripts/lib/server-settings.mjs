import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { CannotStart } from './say.mjs';

const CONFIG = join(ROOT, 'dist', 'libs', 'platform', 'src', 'config', 'config.js');

/** Asks the server's own rules for its settings, before anything is made. What this start provides itself is filled in. Throws CannotStart. */
export function checkServerSettings(environment) {
  const { readConfig } = createRequire(import.meta.url)(CONFIG);
  const provided = {
    DATABASE_URL: 'postgres://localhost/provided',
    HZ_MASTER_KEY: randomBytes(32).toString('base64'),
  };
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  try {
    readConfig({ ...provided, ...given });
  } catch (error) {
    if (!Array.isArray(error.names)) throw error;
    throw new CannotStart(`设置有误 / Bad setting: ${error.names.join(', ')}`);
  }
}
