import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SealedPapers, SealPapers } from '@hz/delivery';
import type { SessionId } from '@hz/kernel';
import { ConfigurationError, type Config } from '@hz/platform';
import { within } from '../worker.module';

/**
 * `export-papers --session ID --to FOLDER`: writes the sealed papers of a session for a CDN or an object store, each under its digest.
 * They are ciphertext; keys never leave the database. Pages fetch them at PAPER_BASE_URL followed by `/` and the digest.
 */
export function exportPapers(config: Config, args: string[]): Promise<number> {
  const { session, to } = optionsOf(args);
  return within(config, async (app) => {
    mkdirSync(to, { recursive: true });
    for (const digest of await app.get(SealPapers).run(session as SessionId)) {
      const file = await app.get(SealedPapers).file(digest);
      const whole = join(to, digest);
      writeFileSync(`${whole}.part`, file);
      renameSync(`${whole}.part`, whole);
      console.log(`${whole}  ${file.length}`);
    }
    return 0;
  });
}

function optionsOf(args: string[]): { session: string; to: string } {
  const { values } = parseArgs({ args, options: { session: { type: 'string' }, to: { type: 'string' } } });
  const { session, to } = values;
  if (session === undefined || to === undefined) throw new ConfigurationError(['--session ID --to FOLDER']);
  return { session, to };
}
