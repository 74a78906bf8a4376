// `npm run bench:certificates`: signing, printing, a cohort from release to last PDF, verification and proofs, beside floors measured in the
// same run. Prints tables; compares, does not pass or fail.
import { runOnOwnNode } from './lib/own-node.mjs';

await runOnOwnNode(['test/bench/certificates/run.mjs']);
