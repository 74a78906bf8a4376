import { parseArgs } from 'node:util';
import { ArchiveLog, type LogArchive } from '@hz/delivery';
import type { SessionId } from '@hz/kernel';
import { ConfigurationError, type Config } from '@hz/platform';
import { within } from '../worker.module';

/** `archive-session --session ID --to FOLDER`: moves the response log of a session that is over into a file and says its digest. */
export function archiveSession(config: Config, args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { session: { type: 'string' }, to: { type: 'string' } } });
  const { session, to } = values;
  if (session === undefined || to === undefined) throw new ConfigurationError(['--session ID --to FOLDER']);
  return within(config, async (app) => say(await app.get(ArchiveLog).archive(session as SessionId, to)));
}

/** `restore-session --session ID --from FILE`: brings the log back, if the file is the one that was written. */
export function restoreSession(config: Config, args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { session: { type: 'string' }, from: { type: 'string' } } });
  const { session, from } = values;
  if (session === undefined || from === undefined) throw new ConfigurationError(['--session ID --from FILE']);
  return within(config, async (app) => say(await app.get(ArchiveLog).restore(session as SessionId, from)));
}

function say({ file, digest, rows }: LogArchive): number {
  console.log(`${file}  ${rows}  sha256 ${digest}`);
  return 0;
}
