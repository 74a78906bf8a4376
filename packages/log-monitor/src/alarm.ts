import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TEXTS = {
  signature: ['检查点没有有效签名', 'The checkpoint is not signed by a pinned key'],
  rollback: ['日志变短了', 'The log has become shorter'],
  fork: ['日志有两种历史', 'The log has two histories'],
  'odd-leaf': ['日志中有不合格式的条目', 'The log holds a leaf that is none of its form'],
  'no-leaf': ['证书不在日志中', 'A certificate has no leaf in the log'],
} as const;

export type AlarmKind = keyof typeof TEXTS;

/** Something that an honest log never does, with what shows it. */
export interface Alarm {
  readonly kind: AlarmKind;
  readonly detail: string;
  /** Signed notes and the like: with them anybody can see it. */
  readonly evidence: Readonly<Record<string, string>>;
}

/** One line in Chinese and English. */
export function lineOf({ kind, detail }: Alarm): string {
  const [zh, en] = TEXTS[kind];
  return `${zh} / ${en} (${kind}): ${detail}`;
}

/** Keeps an alarm with its evidence as a file under `folder`, and gives the file. */
export function keep(folder: string, alarm: Alarm, now: Date): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${now.toISOString().replaceAll(':', '')}-${alarm.kind}.json`);
  writeFileSync(file, `${JSON.stringify({ at: now.toISOString(), ...alarm }, null, 2)}\n`);
  return file;
}
