// `npm run measure:scaling`: measures the points that the scaling simulation is fitted to. `--write` puts them into its figures.
import { runOnOwnNode } from './lib/own-node.mjs';

await runOnOwnNode(['test/bench/scaling/measure.mjs']);
