import 'reflect-metadata';
import { ConfigurationError, readConfig } from '@hz/platform';
import { COMMANDS, isCommand } from './commands';

/** `node main.js [command] [options]`; without one, the worker works until it is told to end. */
async function main(): Promise<void> {
  const name = process.argv[2] ?? 'run';
  if (!isCommand(name)) {
    throw new ConfigurationError([`${name} (one of: ${Object.keys(COMMANDS).join(', ')})`]);
  }
  process.exitCode = await COMMANDS[name](readConfig(process.env), process.argv.slice(3));
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigurationError ? error.message : error);
  process.exit(1);
});
