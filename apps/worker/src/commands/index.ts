import type { Config } from '@hz/platform';
import { archiveSession, restoreSession } from './archive-session';
import { demoAccounts } from './demo-accounts';
import { exportPapers } from './export-papers';
import { keys } from './keys';
import { loadContent } from './load-content';
import { migrateDatabase } from './migrate';
import { repairLog } from './repair-log';
import { runWorker } from './run';
import { seedDemo } from './seed-demo';
import { verifyAudit } from './verify-audit';

/** What the worker program can be told to do. Each resolves with the exit code. */
export const COMMANDS = {
  run: runWorker,
  migrate: migrateDatabase,
  'load-content': loadContent,
  'seed-demo': seedDemo,
  'demo-accounts': demoAccounts,
  'verify-audit': verifyAudit,
  'export-papers': exportPapers,
  'archive-session': archiveSession,
  'restore-session': restoreSession,
  'repair-log': repairLog,
  keys,
} satisfies Record<string, (config: Config, args: string[]) => Promise<number>>;

export function isCommand(name: string): name is keyof typeof COMMANDS {
  return Object.hasOwn(COMMANDS, name);
}
