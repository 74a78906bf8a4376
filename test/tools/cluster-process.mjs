// A PostgreSQL cluster as a process of its own: prints its address when it is ready, and ends with it.
import { startPostgres } from '../../scripts/lib/postgres.mjs';

const [folder, port, settings = '{}'] = process.argv.slice(2);
const server = await startPostgres(folder, {
  port: Number(port),
  settings: { max_connections: 120, shared_buffers: '64MB', ...JSON.parse(settings) },
});
process.on('SIGTERM', () => void server.stop());
process.stdout.write(`${JSON.stringify({ url: server.url, pid: server.pid })}\n`);
await server.exited;
