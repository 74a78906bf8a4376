const DEFAULT_ROUNDS = '100:0,500:2,2000:2,5000:5';

/**
 * `--candidates 100:0,500:2` (how many, and the mean seconds between a candidate's answers), `--api N` server processes, `--drivers N`
 * processes that play candidates. Throws with what is wrong.
 */
export function readOptions(args) {
  const option = (name, fallback) => (args.includes(name) ? args[args.indexOf(name) + 1] : fallback);
  const rounds = option('--candidates', DEFAULT_ROUNDS).split(',').map(roundOf);
  return { rounds, apis: count('--api', option('--api', '1')), drivers: count('--drivers', option('--drivers', '1')) };
}

function roundOf(text) {
  const [, candidates, seconds] = /^(\d+):(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (candidates === undefined || Number(candidates) === 0) throw new Error(`--candidates: ${text} is not N:SECONDS`);
  return { candidates: Number(candidates), thinkMs: Number(seconds) * 1_000 };
}

function count(name, text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${name}: ${text} is not a number of processes`);
  return number;
}
