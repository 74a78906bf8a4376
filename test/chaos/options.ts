import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { FAULTS, type FaultName } from './schedule';

export interface Options {
  readonly rounds: number;
  readonly from: number;
  readonly seed: string;
  readonly candidates: number;
  readonly finishEvery: number;
  readonly quick: boolean;
  readonly faults: readonly FaultName[];
  readonly sabotage: string | undefined;
}

/**
 * `--rounds N` (30), `--seed S` (a new one, printed), `--from R` the first round, `--candidates N` in each round (6), `--finish-every K`
 * rounds that go to the certificate together (10), `--quick` shorter outages, `--faults a,b` only these, `--sabotage P` with the
 * protection P switched off, which must be found out. Throws with what is wrong.
 */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '30' },
      from: { type: 'string', default: '0' },
      seed: { type: 'string', default: String(randomInt(1_000_000)) },
      candidates: { type: 'string', default: '6' },
      'finish-every': { type: 'string', default: '10' },
      quick: { type: 'boolean', default: false },
      faults: { type: 'string', default: FAULTS.join(',') },
      sabotage: { type: 'string' },
    },
  });
  const faults = values.faults.split(',') as FaultName[];
  for (const name of faults)
    if (!FAULTS.includes(name)) throw new Error(`--faults: ${name} is none of ${FAULTS.join(', ')}`);
  return {
    rounds: count('--rounds', values.rounds, 1),
    from: count('--from', values.from, 0),
    seed: values.seed,
    candidates: count('--candidates', values.candidates, 4),
    finishEvery: count('--finish-every', values['finish-every'], 1),
    quick: values.quick,
    faults,
    sabotage: values.sabotage,
  };
}

function count(name: string, text: string, least: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least) throw new Error(`${name}: ${text} is not a number from ${least} on`);
  return number;
}
