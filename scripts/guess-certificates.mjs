// `npm run guess:certificates`: a hundred thousand guessed certificates, none of which may be found; `-- 5000` makes as many.
import { runOnOwnNode } from './lib/own-node.mjs';

await runOnOwnNode(['test/chaos/guesses.mjs']);
