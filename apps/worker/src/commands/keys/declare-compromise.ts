import { parseArgs } from 'node:util';
import { instant, toIso } from '@hz/kernel';
import { ConfigurationError, KeyRing, type Config } from '@hz/platform';
import { within } from '../../worker.module';
import { recordChanges } from './key-records';
import { adoptLogKey } from './rotate-key';

/**
 * `keys declare-compromise ID --since MOMENT` (ISO 8601): somebody else may have signed with a key from that moment on. If it still signs,
 * another takes its place at once. Verifiers no longer believe what it signed since, unless a logged proof or a time-stamp is older.
 */
export function declareCompromise(config: Config, args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { since: { type: 'string' } },
    allowPositionals: true,
  });
  const [id] = positionals;
  const since = Date.parse(values.since ?? '');
  if (id === undefined || Number.isNaN(since)) {
    throw new ConfigurationError(['keys declare-compromise ID --since 2026-01-31T08:00:00+08:00']);
  }
  return within(
    config,
    async (app) => {
      const key = await app.get(KeyRing).compromised(id, instant(since), recordChanges(app));
      console.log(`${key.purpose}  ${id}  自 ${toIso(key.compromisedAt!)} 起泄露 / compromised since then`);
      if (key.purpose === 'log') await adoptLogKey(app);
      return 0;
    },
    { keysMayLack: true },
  );
}
