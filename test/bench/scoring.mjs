import { createRequire } from 'node:module';
import { join } from 'node:path';
import pg from 'pg';
import { ROOT } from '../../scripts/lib/paths.mjs';

const SIXTY = 60;
const VARIANTS = 200;

/** Scores sixty-item attempts in this one thread, with the keys of the published form: attempts per minute and core. */
export async function scoringRate(databaseUrl, seconds) {
  const { scoreForm } = createRequire(import.meta.url)(join(ROOT, 'dist/libs/scoring/src/index.js'));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query('SELECT body FROM assembly.key_sheet LIMIT 1');
  await client.end();
  const keys = rows[0].body.items;
  const items = Array.from({ length: SIXTY }, (_, n) => ({ ...keys[n % keys.length], ref: `i${n + 1}` }));
  const attempts = Array.from({ length: VARIANTS }, (_, variant) =>
    Object.fromEntries(items.map(({ ref, rule }, n) => [ref, response(rule, (variant * 7 + n) % 3 > 0)])),
  );
  let scored = 0;
  const from = performance.now();
  while (performance.now() - from < seconds * 1_000) {
    scoreForm({ items }, attempts[scored % VARIANTS]);
    scored += 1;
  }
  return (scored / (performance.now() - from)) * 60_000;
}

/** A response that gains all points, or one that gains few. */
function response(rule, isRight) {
  switch (rule.type) {
    case 'single-choice':
      return isRight ? rule.key : 'none';
    case 'multiple-response':
      return isRight ? rule.keys : rule.keys.slice(1);
    case 'true-false':
      return String(isRight === rule.key);
    case 'text-entry':
      return isRight ? ` ${rule.accept[0].toUpperCase()} ` : 'no';
    case 'numeric-entry':
      return isRight ? rule.answer : '0';
    case 'match':
      return isRight ? rule.pairs : {};
    case 'order':
      return isRight ? rule.sequence : [...rule.sequence].reverse();
    case 'inline-choice':
      return isRight ? rule.gaps : {};
    default:
      return '先界定问题，再收集证据。';
  }
}
