import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { keep, lineOf, type Alarm } from './alarm';
import { checkCertificates } from './certificates';
import { checkpointIn, logKeyOf, type LogKey } from './checkpoint';
import { CopyDamaged, OwnCopy } from './copy';
import { contradicting, follow } from './follow';
import { CannotLook, fetched, LogSource } from './log-source';

const USAGE = `hengzheng-log-monitor --log <url of the log> --key <verifier key> --state <folder>
  [--once | --every <seconds, 60>]    look once, or again and again until Ctrl-C
  [--certificates <folder>]           <name>.json beside <name>.tlog-proof: each must have its leaf
  [--compare <file or url>]…          checkpoints that others were shown: each must fit the own copy
--key may be given more than once, after a rotation. Get it from a place that you trust, not from the log itself.

0 在序 / in order · 1 无法查看 / could not look · 2 警报 / alarm · 64 用法 / usage`;

const [IN_ORDER, COULD_NOT_LOOK, ALARM, WRONG_USAGE] = [0, 1, 2, 64];

interface Task {
  readonly source: LogSource;
  readonly keys: readonly LogKey[];
  readonly state: string;
  readonly certificates: string | undefined;
  readonly compare: readonly string[];
  readonly everySeconds: number | null;
  readonly raised: Set<string>;
}

async function main(): Promise<number> {
  let task: Task;
  try {
    task = taskOf(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
    return WRONG_USAGE;
  }
  const copy = new OwnCopy(task.state);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort()).once('SIGTERM', () => stop.abort());
  let worst = IN_ORDER;
  for (;;) {
    worst = Math.max(worst, await look(task, copy));
    if (task.everySeconds === null || stop.signal.aborted) break;
    await after(task.everySeconds * 1_000, undefined, { signal: stop.signal }).catch(() => undefined);
    if (stop.signal.aborted) break;
  }
  copy.close();
  return worst;
}

function taskOf(args: string[]): Task {
  const { values } = parseArgs({
    args,
    options: {
      log: { type: 'string' },
      key: { type: 'string', multiple: true },
      state: { type: 'string' },
      once: { type: 'boolean', default: false },
      every: { type: 'string', default: '60' },
      certificates: { type: 'string' },
      compare: { type: 'string', multiple: true, default: [] },
    },
  });
  const { log, key, state, once, every, certificates, compare } = values;
  if (log === undefined || key === undefined || state === undefined) throw new Error('--log, --key, --state');
  const seconds = Number(every);
  if (!(seconds > 0)) throw new Error(`--every ${every}`);
  if (certificates !== undefined && !existsSync(certificates)) throw new Error(`--certificates ${certificates}`);
  const keys = key.map(logKeyOf);
  return {
    source: new LogSource(log),
    keys,
    state,
    certificates,
    compare,
    everySeconds: once ? null : seconds,
    raised: new Set(),
  };
}

async function look(task: Task, copy: OwnCopy): Promise<number> {
  try {
    const alarms = [...(await follow(task.source, task.keys, copy)), ...(await compared(task, copy))];
    const checked = task.certificates === undefined ? null : checkCertificates(task.certificates, copy, task.keys);
    alarms.push(...(checked?.alarms ?? []));
    for (const alarm of alarms) raise(task, alarm);
    process.stdout.write(`${summary(copy, checked?.found)}\n`);
    return alarms.length > 0 ? ALARM : IN_ORDER;
  } catch (error) {
    if (!(error instanceof CannotLook)) throw error;
    process.stderr.write(`无法查看日志 / Cannot look at the log: ${error.message}\n`);
    return COULD_NOT_LOOK;
  }
}

async function compared({ compare, keys }: Task, copy: OwnCopy): Promise<Alarm[]> {
  const alarms: Alarm[] = [];
  for (const place of compare) {
    const note = existsSync(place) ? readFileSync(place, 'utf8') : (await fetched(place)).toString('utf8');
    const checkpoint = checkpointIn(note, keys);
    const alarm: Alarm | null =
      checkpoint === null ? { kind: 'signature', detail: place, evidence: { note } } : contradicting(copy, checkpoint);
    if (alarm !== null) alarms.push(alarm);
  }
  return alarms;
}

/** An alarm that goes on is told and kept once. */
function raise({ state, raised }: Task, alarm: Alarm): void {
  const line = lineOf(alarm);
  if (raised.has(line)) return;
  raised.add(line);
  process.stderr.write(`！ ${line}\n  ${keep(join(state, 'alarms'), alarm, new Date())}\n`);
}

function summary(copy: OwnCopy, certificates: number | undefined): string {
  const kinds = Object.entries(copy.counts).map(([kind, count]) => `${kind} ${count}`);
  const found = certificates === undefined ? [] : [`certificates with a leaf ${certificates}`];
  return [`${new Date().toISOString()} leaves ${copy.size}`, ...kinds, ...found].join(' · ');
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    const text =
      error instanceof CopyDamaged ? `自己的副本已损坏 / The own copy is damaged: ${error.message}` : String(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = COULD_NOT_LOOK;
  },
);
