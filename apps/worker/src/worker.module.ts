import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { createLogger, PinoForNest, PlatformModule, type Config } from '@hz/platform';
import { contexts } from '../../api/src/contexts';

@Module({})
class WorkerModule {}

/** `keysMayLack`: starts although a key that signs today is lost. */
interface WorkerOptions {
  readonly keysMayLack?: boolean;
}

function workerModule(config: Config, options: WorkerOptions): DynamicModule {
  return { module: WorkerModule, imports: [PlatformModule.with(config, options), ...contexts] };
}

/** Every context without its HTTP edge, started and ready. */
export async function createWorker(config: Config, options: WorkerOptions = {}): Promise<INestApplicationContext> {
  const logger = new PinoForNest(createLogger(config.logLevel, 'worker'));
  return NestFactory.createApplicationContext(workerModule(config, options), { logger, abortOnError: false });
}

/** Runs `work` in a started application and ends it afterwards. */
export async function within<T>(
  config: Config,
  work: (app: INestApplicationContext) => Promise<T>,
  options: WorkerOptions = {},
): Promise<T> {
  const app = await createWorker(config, options);
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
