// A thread of its own: HiGHS blocks the event loop for seconds. Node runs this file as it stands, so it imports packages only and
// uses erasable syntax.
import { parentPort, workerData } from 'node:worker_threads';
import loadHighs from 'highs';
import type { Programme } from '../domain/programme';

/** Never reached by blueprints of sensible size; a form that depended on the machine's speed would not be reproducible. */
const TIME_LIMIT_SECONDS = 100;
const GAP = 0.02;

export type Solution =
  { readonly status: 'optimal'; readonly values: Float64Array } | { readonly status: 'infeasible' | 'out-of-time' };

async function solve({ columns, rows }: Programme): Promise<Solution> {
  const highs = await loadHighs();
  const { modelStatus, variableType } = highs.constants;
  const entries = rows.flatMap((row) => row.entries);
  let end = 0;
  return highs.withModel(
    {
      numCols: columns.length,
      numRows: rows.length,
      colCost: columns.map(({ cost }) => cost),
      colLower: columns.map(({ lower }) => lower),
      colUpper: columns.map(({ upper }) => upper),
      rowLower: rows.map(({ lower }) => lower),
      rowUpper: rows.map(({ upper }) => upper),
      integrality: columns.map(({ whole }) => (whole ? variableType.integer : variableType.continuous)),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: columns.length,
        starts: [0, ...rows.map((row) => (end += row.entries.length))],
        indices: entries.map(([column]) => column),
        values: entries.map(([, factor]) => factor),
      },
    },
    (model): Solution => {
      model.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: GAP, time_limit: TIME_LIMIT_SECONDS });
      model.run();
      const status = model.getModelStatus();
      if (status === modelStatus.optimal)
        return { status: 'optimal', values: Float64Array.from(model.getSolution().colValue) };
      const impossible = status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible;
      return { status: impossible ? 'infeasible' : 'out-of-time' };
    },
  );
}

solve(workerData as Programme).then(
  (solution) => parentPort!.postMessage(solution),
  (error: unknown) => {
    throw error;
  },
);
