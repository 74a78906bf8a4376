import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import type { DynamicModule, Type } from '@nestjs/common';
import { openApiDocument, readConfig, routesOf } from '@hz/platform';
import { apiModule } from './app.module';
import { version } from './version';

/** Settings that satisfy the reader; nothing is connected to, because nothing is started. */
const NOWHERE = { DATABASE_URL: 'postgres://nowhere/nowhere', HZ_MASTER_KEY: Buffer.alloc(32).toString('base64') };

/** The controllers of a module and of all that it imports, from their metadata. */
function controllersOf(entry: Type | DynamicModule, seen = new Set<unknown>()): Type[] {
  if (seen.has(entry)) return [];
  seen.add(entry);
  const type = 'module' in entry ? entry.module : entry;
  const own: Partial<DynamicModule> = 'module' in entry ? entry : {};
  const declared = (key: string) => (Reflect.getMetadata(key, type) ?? []) as (Type | DynamicModule)[];
  const imports = [...declared('imports'), ...((own.imports ?? []) as (Type | DynamicModule)[])];
  const controllers = [...declared('controllers'), ...(own.controllers ?? [])] as Type[];
  return [...new Set([...controllers, ...imports.flatMap((imported) => controllersOf(imported, seen))])];
}

/** Writes the OpenAPI document of the code to a file: for the types of the web client. */
const routes = routesOf(controllersOf(apiModule(readConfig(NOWHERE))));
writeFileSync(process.argv[2] ?? '/dev/stdout', `${JSON.stringify(openApiDocument(routes, version), null, 2)}\n`);
