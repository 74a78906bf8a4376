// The whole day on one machine: virtual candidates over HTTP against the built system. Options: see options.mjs. The exit code says
// whether every acknowledged answer is stored, once and in order; speeds are printed and do not decide.
import { rmSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { ensureBuilt } from '../../../scripts/lib/build.mjs';
import { Staff } from '../../tools/staff.ts';
import { ITEMS, loadBank, sixtyItemForm } from './content.mjs';
import { readOptions } from './options.mjs';
import { isSound, printRound } from './report.mjs';
import { playRound } from './round.mjs';
import { startSystem } from './system.mjs';

const GB = 1_073_741_824;

function readOptionsOrStop() {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}

const { rounds, apis, drivers } = readOptionsOrStop();
await ensureBuilt();
const system = await startSystem({ apis });
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => void system.stop().then(() => process.exit(130)));
try {
  await loadBank(system.environment);
  const staff = new Staff(system.bases[0]);
  const form = await sixtyItemForm(staff, system.bases[0]);
  console.log(
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0].model}, ${(totalmem() / GB).toFixed(0)} GB, Node ${process.version}. ` +
      `${apis} API, worker, PostgreSQL (durable), Redis and the candidates share this machine. Forms of ${ITEMS} items. ` +
      `Times run from the first try of a call to its answer, repetitions included.`,
  );
  let sound = true;
  for (const round of rounds) {
    const played = await playRound({ system, staff, form, drivers }, round);
    printRound(played);
    if (isSound(played)) rmSync(played.folder, { recursive: true, force: true });
    else console.log(`The candidates' journals are kept in ${played.folder}`);
    sound &&= isSound(played);
  }
  process.exitCode = sound ? 0 : 1;
} finally {
  await system.stop();
}
