// `npm run chaos`; options: see options.ts.
import { ensureBuilt } from '../../scripts/lib/build.mjs';
import { findRedis } from '../../scripts/lib/redis.mjs';
import { main } from './main.ts';

await ensureBuilt();
process.exit(await main(process.argv.slice(2), findRedis()));
