import 'reflect-metadata';
import { ConfigurationError, readConfig } from '@hz/platform';
import { createApi } from './create-api';

/** Says in one sentence what keeps the server from starting; null when it is nothing that an operator can mend. */
function sentenceFor(error: unknown): string | null {
  if (error instanceof ConfigurationError) return error.message;
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'EADDRINUSE') return `端口已被占用 / the port is in use: ${message}`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return `连不上数据库 / the database cannot be reached: ${message}`;
  if (code === '42P01' || code === '3F000')
    return '数据库未迁移 / the database is not migrated: run `worker migrate` first';
  return null;
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const app = await createApi(config);
  await app.listen({ port: config.port, host: config.host });
}

main().catch((error: unknown) => {
  console.error(sentenceFor(error) ?? error);
  process.exit(1);
});
