// `npm run chaos`: rounds of faults at random moments, while candidates save; replayed by their seed. Fails when anything was lost.
import { runOnOwnNode } from './lib/own-node.mjs';

await runOnOwnNode(['--import', './test/tools/typescript.mjs', 'test/chaos/run.mjs']);
