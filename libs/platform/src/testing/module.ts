import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamicModule, Provider, Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { Clock } from '@hz/kernel';
import { readConfig, type Config } from '../config/config';
import { PlatformModule } from '../platform.module';
import { FixedClock } from './fixed-clock';
import { testDatabase } from './database';

export interface TestContext {
  readonly module: TestingModule;
  readonly clock: FixedClock;
  readonly databaseUrl: string;
  /** Ends the process's part as a shutdown does; the database stays until `close`. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** The settings of a test process over one database. */
export function testConfig(databaseUrl: string, extra: Record<string, string> = {}): Config {
  return readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: '8',
    QUEUE_BACKEND: 'postgres',
    DATA_DIR: mkdtempSync(join(tmpdir(), 'hz-test-')),
    HZ_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    LOG_LEVEL: 'silent',
    ...extra,
  });
}

/** Context modules over a fresh database, with a clock that the test sets. */
export async function testContext(
  imports: (Type | DynamicModule)[],
  options: { providers?: Provider[]; settings?: Record<string, string> } = {},
): Promise<TestContext> {
  const database = await testDatabase();
  const clock = new FixedClock();
  const module = await Test.createTestingModule({
    imports: [PlatformModule.with(testConfig(database.url, options.settings)), ...imports],
    providers: options.providers ?? [],
  })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  await module.init();
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= module.close());
  return {
    module,
    clock,
    databaseUrl: database.url,
    stop,
    close: async () => {
      await stop();
      await database.drop();
    },
  };
}
