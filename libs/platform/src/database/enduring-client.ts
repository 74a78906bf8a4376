import { Client } from 'pg';

/**
 * A connection whose end never ends the process: when PostgreSQL goes away it may say so twice, and between two statements nobody
 * listens. Statements under way are refused to their callers in any case, and a pool replaces the connection.
 */
export class EnduringClient extends Client {
  constructor(config?: ConstructorParameters<typeof Client>[0]) {
    super(config);
    this.on('error', () => undefined);
  }
}
