import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SmallLog } from '../testing/small-log';
import { checkpointIn, logKeyOf } from './checkpoint';
import { CopyDamaged, OwnCopy } from './copy';
import { contradicting, follow } from './follow';
import { CannotLook, LogSource } from './log-source';

let log: SmallLog;
let folder: string;
let copy: OwnCopy;

beforeEach(async () => {
  log = await new SmallLog().start();
  folder = mkdtempSync(join(tmpdir(), 'hz-monitor-'));
  copy = new OwnCopy(folder);
});
afterEach(() => {
  log.stop();
  copy.close();
  rmSync(folder, { recursive: true });
});

const look = () => follow(new LogSource(log.url), [logKeyOf(log.key)], copy);
const kinds = async () => (await look()).map(({ kind }) => kind);

describe('a log that is in order', () => {
  it('is followed leaf by leaf, through full and partial bundles, and over a restart', async () => {
    const sizes = [0, 1, 255, 256, 257, 700];
    for (const size of sizes) {
      log.append(size - log.leaves.length);
      await expect(look()).resolves.toEqual([]);
      copy.close();
      copy = new OwnCopy(folder);
      expect(copy.size).toBe(size);
    }
    expect(copy.counts).toEqual({ issue: 700 });
  });

  it('may be shown to others at any earlier size', async () => {
    log.append(300);
    await look();
    for (const size of [1, 128, 299, 300]) {
      expect(contradicting(copy, checkpointIn(log.checkpoint(size), [logKeyOf(log.key)])!)).toBeNull();
    }
  });
});

describe('an alarm', () => {
  beforeEach(async () => {
    log.append(300);
    await look();
  });

  it('a rollback: the log becomes shorter', async () => {
    log.shown = log.checkpoint(299);
    await expect(look()).resolves.toMatchObject([
      { kind: 'rollback', detail: '300 → 299', evidence: { shown: log.shown } },
    ]);
    expect(copy.size).toBe(300);
  });

  it('a fork: another tree of the same size, and of a smaller one', async () => {
    const other = [...log.leaves.slice(0, 99), Buffer.from('another leaf'), ...log.leaves.slice(100)];
    for (const size of [300, 200]) {
      log.shown = log.checkpoint(size, other);
      expect(await kinds()).toEqual(['fork']);
    }
  });

  it('a fork: a larger tree that has another past, whatever leaves are served for it', async () => {
    const past = [...log.leaves];
    log.leaves[99] = Buffer.from(past[99]!.toString().replace('issue', 'revoke'));
    log.append(100, 'another');
    expect(await kinds()).toEqual(['fork']);
    log.served = (index, leaf) => past[index] ?? leaf;
    expect(await kinds()).toEqual(['fork']);
    expect(copy.size).toBe(300);
  });

  it('a fork is told from what a third person was shown', async () => {
    const other = log.checkpoint(50, [...log.leaves.slice(0, 49), Buffer.from('another leaf')]);
    expect(contradicting(copy, checkpointIn(other, [logKeyOf(log.key)])!)?.kind).toBe('fork');
  });

  it('a checkpoint that nobody pinned signed', async () => {
    const stranger = new SmallLog();
    stranger.append(301);
    log.shown = stranger.checkpoint();
    expect(await kinds()).toEqual(['signature']);
    log.shown = log.checkpoint().replace('\n300\n', '\n301\n');
    expect(await kinds()).toEqual(['signature']);
  });

  it('a leaf that could hide something', async () => {
    const spoken = Buffer.from(log.leaves[0]!.toString().replace('"kind"', '"holder":"张三","kind"'));
    log.leaves.push(spoken, Buffer.from('not json'));
    await expect(look()).resolves.toMatchObject([{ kind: 'odd-leaf', detail: 'leaf 300' }, { kind: 'odd-leaf' }]);
    await expect(look()).resolves.toEqual([]);
  });
});

describe('what is no alarm', () => {
  it('a log that cannot be reached, or that does not serve all leaves: nothing is said, nothing is kept', async () => {
    log.append(300);
    log.shown = log.checkpoint();
    log.leaves.pop();
    await expect(look()).rejects.toBeInstanceOf(CannotLook);
    const gone = new LogSource(log.url);
    log.stop();
    await expect(follow(gone, [logKeyOf(log.key)], copy)).rejects.toBeInstanceOf(CannotLook);
    expect(copy.size).toBe(0);
  });

  it('a crash with drafts on the disk: they never were', async () => {
    log.append(300);
    await look();
    copy.draft([Buffer.alloc(32, 7)]);
    copy.close();
    copy = new OwnCopy(folder);
    log.append(1);
    await expect(look()).resolves.toEqual([]);
  });

  it('a copy that lost or changed leaves: it says so instead of blaming the log', async () => {
    log.append(300);
    await look();
    copy.close();
    truncateSync(join(folder, 'leaves.bin'), 290 * 32);
    expect(() => new OwnCopy(folder)).toThrow(CopyDamaged);
    writeFileSync(join(folder, 'leaves.bin'), Buffer.alloc(300 * 32));
    expect(() => new OwnCopy(folder)).toThrow(CopyDamaged);
    rmSync(folder, { recursive: true });
    copy = new OwnCopy(folder);
  });
});
