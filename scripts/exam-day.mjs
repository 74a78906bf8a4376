// `npm run bench:exam-day`: virtual candidates sit an exam on the built system, from the waiting room to the receipt. Prints tables; fails
// when an acknowledged answer is lost, doubled or out of order.
import { runOnOwnNode } from './lib/own-node.mjs';

await runOnOwnNode(['--import', './test/tools/typescript.mjs', 'test/bench/exam-day/run.mjs']);
