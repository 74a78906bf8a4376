import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/paths.mjs';

const require = createRequire(import.meta.url);

/** A module of the build, by its path under `dist`. */
export const built = (path) => require(join(ROOT, 'dist', path));

/** The use cases of the build in this process: `app.get(name, path)` gives the one that the file exports. */
export async function application(env) {
  const { readConfig } = built('libs/platform/src/config/config.js');
  const { createWorker } = built('apps/worker/src/worker.module.js');
  const app = await createWorker(readConfig(env));
  return {
    get: (name, path) => app.get(built(path)[name], { strict: false }),
    close: () => app.close(),
  };
}
