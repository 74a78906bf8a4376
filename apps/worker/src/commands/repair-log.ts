import { parseArgs } from 'node:util';
import { RepairTiles } from '@hz/transparency';
import type { Config } from '@hz/platform';
import { within } from '../worker.module';

/**
 * `repair-log [--check]`: builds the tiles of the transparency log anew from its leaves, and puts right those that are lost or altered; with
 * `--check` it only names them, and the exit code is 1 when there are any.
 */
export function repairLog(config: Config, args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { check: { type: 'boolean', default: false } } });
  return within(config, async (app) => {
    const { leaves, tiles, damaged } = await app.get(RepairTiles).run({ write: !values.check });
    for (const name of damaged) console.log(name);
    const done = values.check ? '已损坏 / damaged' : '已修复 / repaired';
    console.log(`日志 / The log: ${leaves} leaves, ${tiles} tiles; ${done}: ${damaged.length}`);
    return values.check && damaged.length > 0 ? 1 : 0;
  });
}
