import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { asDomainError } from './describe-problem';
import { DatabaseBusy } from './platform-errors';

/** The errors are made by the real driver, so that a new version with other words is noticed. */
describe('a database that does not answer is "not now"', () => {
  let pool: Pool;

  beforeEach(() => {
    pool = new Pool({ connectionString: process.env['TEST_DATABASE_URL'], connectionTimeoutMillis: 500 });
    pool.on('error', () => undefined);
  });
  afterEach(() => pool.end());

  const errorOf = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: unknown) => error,
    );

  it('when a statement takes longer than it may', async () => {
    const query = { text: 'SELECT pg_sleep(2)', query_timeout: 100 };
    expect(asDomainError(await errorOf(pool.query(query)))).toBeInstanceOf(DatabaseBusy);
  });

  it('when its connection is ended under way', async () => {
    const client = await pool.connect();
    client.on('error', () => undefined);
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const sleeping = errorOf(client.query('SELECT pg_sleep(5)'));
    await pool.query('SELECT pg_terminate_backend($1)', [rows[0]!.pid]);
    expect(asDomainError(await sleeping)).toBeInstanceOf(DatabaseBusy);
    client.release(true);
  });

  it.each([
    ['between two of its statements', true],
    ['before its commit', false],
  ])('when the connection of a transaction breaks %s', async (_, goesOn) => {
    const source = await new DataSource({ type: 'postgres', url: process.env['TEST_DATABASE_URL']! }).initialize();
    const transaction = source.transaction(async (tx) => {
      const [row] = await tx.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid');
      await pool.query('SELECT pg_terminate_backend($1)', [row!.pid]);
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (goesOn) await tx.query('SELECT 1');
    });
    expect(asDomainError(await errorOf(transaction))).toBeInstanceOf(DatabaseBusy);
    await source.destroy();
  });

  it('when nothing listens', async () => {
    const away = new Pool({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 500 });
    expect(asDomainError(await errorOf(away.query('SELECT 1')))).toBeInstanceOf(DatabaseBusy);
    await away.end();
  });

  it('and a statement that is wrong is not', async () => {
    expect(asDomainError(await errorOf(pool.query('SELECT nothing')))).toBeNull();
  });
});
