// `npm run simulate:scaling`: what more machines carry, by a simulation fitted to measured points. `--write` renews docs/scaling.md.
import { runOnOwnNode } from './lib/own-node.mjs';

await runOnOwnNode(['--import', './test/tools/typescript.mjs', 'test/bench/scaling/run.mjs']);
