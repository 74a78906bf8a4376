import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { CONFIG, type Config } from './config/config';
import { EnduringClient } from './database/enduring-client';

const CONNECTIONS = 6;

/** Plain pg connections for the hot path of delivery: named statements and no object mapping. */
@Injectable()
export class HotPool implements OnApplicationShutdown {
  readonly pool: Pool;

  constructor(@Inject(CONFIG) config: Pick<Config, 'databaseUrl'>) {
    this.pool = new Pool({
      connectionString: config.databaseUrl,
      max: CONNECTIONS,
      Client: EnduringClient,
      application_name: 'hengzheng-hot',
      connectionTimeoutMillis: 2_500,
      keepAlive: true,
    });
    // An idle connection that breaks (PostgreSQL restarted) must not end the process; the next query opens a new one.
    this.pool.on('error', (error) => new Logger('hot-pool').warn({ error: error.message }));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
