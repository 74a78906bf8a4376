import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { repositoryRoot } from '@hz/platform';
import { AssemblyTookTooLong } from '../contract';
import type { Programme } from '../domain/programme';
import type { Solution } from './solver.worker';

const KILL_AFTER_MS = 120_000;

/** Solves integer programmes with HiGHS, each in a thread of its own, so that requests are answered meanwhile. */
@Injectable()
export class Solver {
  /** The values of the columns, or null when nothing satisfies all rows. Throws AssemblyTookTooLong. */
  async solve(programme: Programme): Promise<ArrayLike<number> | null> {
    const solution = await inThread(programme);
    if (solution.status === 'out-of-time') throw new AssemblyTookTooLong();
    return solution.status === 'optimal' ? solution.values : null;
  }
}

function inThread(programme: Programme): Promise<Solution> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), { workerData: programme, execArgv: ['--no-warnings'] });
    const killer = setTimeout(() => {
      void worker.terminate();
      resolve({ status: 'out-of-time' });
    }, KILL_AFTER_MS);
    worker.once('message', (solution: Solution) => resolve(solution));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(killer);
      reject(new Error(`the solver ended with code ${code} and no answer`));
    });
  });
}

/** The compiled worker beside this file, or its source, which Node runs by stripping the types. */
function workerFile(): string {
  const compiled = join(__dirname, 'solver.worker.js');
  return existsSync(compiled) ? compiled : join(repositoryRoot(), 'libs/assembly/src/application/solver.worker.ts');
}
