import { WorkerHost, type Config } from '@hz/platform';
import { createWorker } from '../worker.module';

/** Relays the outbox, carries out jobs and sweeps, until SIGTERM or SIGINT; then finishes what is under way. */
export async function runWorker(config: Config): Promise<number> {
  const app = await createWorker(config);
  app.get(WorkerHost).start();
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  await app.close();
  return 0;
}
