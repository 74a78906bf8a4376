import { seededRandom } from '@hz/kernel';
import type { BlueprintBody } from '../contract';
import type { CandidateItem } from './candidate-item';
import { demandsOf, eligibleItems, type Demand, type Measure } from './demands';

/** A mixed-integer programme: minimise cost·x with lower ≤ A·x ≤ upper. Plain data, so that it can go to a worker. */
export interface Programme {
  readonly columns: readonly { cost: number; lower: number; upper: number; whole: boolean }[];
  readonly rows: readonly {
    lower: number;
    upper: number;
    entries: readonly (readonly [column: number, factor: number])[];
  }[];
}

/** A programme with what its columns and rows stand for. */
export interface AssemblyProgramme {
  readonly programme: Programme;
  /** The first columns: taking this item in this section. */
  readonly choices: readonly { sectionId: string; item: CandidateItem }[];
  /** The first rows, and the columns of what each lacks or has too much. */
  readonly demands: readonly { demand: Demand; shortfall: number; excess: number }[];
}

/** How much one missing unit weighs against others when not everything can be had. */
const WEIGHT: Readonly<Record<Measure, number>> = { items: 2, points: 1, seconds: 0.01, facility: 0.5 };
const MOST_USES_THAT_COUNT = 20;

/**
 * Which items to take, as a programme with one 0/1 column for each section and item.
 * `strict`: every demand must be met; the cost prefers items that stand in few forms, and `seed` decides among those.
 * `lenient`: what is missing may be missing, at a cost, and nothing else costs: its answer tells which cells cannot be filled.
 * Items are sorted by code first, so the same blueprint, items and seed give the same programme.
 */
export function assemblyProgramme(
  body: BlueprintBody,
  items: readonly CandidateItem[],
  seed: string,
  mode: 'strict' | 'lenient',
): AssemblyProgramme {
  const sorted = [...items].sort((a, b) => (a.code < b.code ? -1 : 1));
  const eligible = eligibleItems(body, sorted);
  const choices = body.sections.flatMap(({ id }) => eligible.get(id)!.map((item) => ({ sectionId: id, item })));
  const costs = costsOf(sorted, seed);
  const demands = demandsOf(body).map((demand, index) => ({
    demand,
    shortfall: choices.length + 2 * index,
    excess: choices.length + 2 * index + 1,
  }));
  const slackLimit = mode === 'strict' ? 0 : Number.POSITIVE_INFINITY;
  return {
    choices,
    demands,
    programme: {
      columns: [
        ...choices.map(({ item }) => ({
          cost: mode === 'strict' ? costs.get(item.code)! : 0,
          lower: 0,
          upper: 1,
          whole: true,
        })),
        ...demands.flatMap(({ demand: { measure } }) =>
          [0, 1].map(() => ({ cost: WEIGHT[measure], lower: 0, upper: slackLimit, whole: false })),
        ),
      ],
      rows: [...demands.map((row) => demandRow(row, choices)), ...onceEach(choices)],
    },
  };
}

function costsOf(items: readonly CandidateItem[], seed: string): Map<string, number> {
  const next = seededRandom(seed);
  return new Map(items.map(({ code, uses }) => [code, Math.min(uses, MOST_USES_THAT_COUNT) + next()]));
}

function demandRow(
  { demand, shortfall, excess }: AssemblyProgramme['demands'][number],
  choices: AssemblyProgramme['choices'],
): Programme['rows'][number] {
  const chosen = choices.flatMap(({ sectionId, item }, column) => {
    const factor = sectionId === demand.sectionId ? demand.contribution(item) : 0;
    return factor === 0 ? [] : [[column, factor] as const];
  });
  const slack = [[shortfall, 1] as const, [excess, -1] as const];
  return { lower: demand.bounds.min, upper: demand.bounds.max, entries: [...chosen, ...slack] };
}

/** No item twice in a form, whatever the section. */
function onceEach(choices: AssemblyProgramme['choices']): Programme['rows'] {
  const columns = new Map<string, number[]>();
  choices.forEach(({ item }, column) => columns.set(item.code, [...(columns.get(item.code) ?? []), column]));
  return [...columns.values()]
    .filter((list) => list.length > 1)
    .map((list) => ({ lower: 0, upper: 1, entries: list.map((column) => [column, 1] as const) }));
}
