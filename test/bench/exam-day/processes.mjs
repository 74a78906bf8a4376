import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';

const MS_PER_TICK = 10;
const EVERY_MS = 1_000;
const KB_PER_MB = 1_024;

/** Processor time and memory of processes over a round. They are asked once a second, so that a peak shorter than that is not seen. */
export class ProcessWatch {
  constructor(processes) {
    this.watched = processes.map(({ name, pid, withChildren = false }) => ({ name, pid, withChildren, peak: 0 }));
    for (const one of this.watched) one.before = cpuMs(one);
    this.before = machineMs();
    this.timer = setInterval(() => this.look(), EVERY_MS);
    this.look();
  }

  /**
   * `processes` is `[{ name, cpuSeconds, memoryMb, peakMb }]`, zeros where the system does not tell; `othersSeconds` is the processor
   * time of everything else on this machine: what it took was not there for the system.
   */
  end() {
    this.look();
    clearInterval(this.timer);
    const processes = this.figures();
    const own = processes.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
    return { processes, othersSeconds: Math.max(0, (machineMs() - this.before) / 1_000 - own) };
  }

  figures() {
    return this.watched.map(({ before, peak, memory, ...one }) => ({
      name: one.name,
      cpuSeconds: Math.max(0, (one.last ?? cpuMs(one)) - before) / 1_000,
      memoryMb: memory / KB_PER_MB,
      peakMb: peak / KB_PER_MB,
    }));
  }

  look() {
    for (const one of this.watched) {
      one.memory = pidsOf(one).reduce((sum, pid) => sum + memoryKb(pid, one.withChildren), 0);
      one.peak = Math.max(one.peak, one.memory);
      // A process that has ended tells nothing any more.
      const cpu = cpuMs(one);
      if (cpu > 0) one.last = cpu;
    }
  }
}

/** Processor time that the machine has spent on anything since it began. */
function machineMs() {
  return cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0);
}

function pidsOf({ pid, withChildren }) {
  return withChildren ? [pid(), ...childrenOf(pid())] : [pid()];
}

function childrenOf(parent) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && statOf(name)?.parent === parent)
    .map(Number);
}

/** Children that have ended are in the time of their parent. */
function cpuMs(one) {
  return pidsOf(one)
    .map(statOf)
    .reduce((sum, stat) => sum + (stat?.cpuMs ?? 0), 0);
}

function statOf(pid) {
  const fields = textOf(pid, 'stat')?.split(') ').at(-1).split(' ').map(Number);
  if (fields === undefined) return null;
  const [own, ended] = [fields[11] + fields[12], fields[13] + fields[14]];
  return { parent: fields[1], cpuMs: (own + ended) * MS_PER_TICK };
}

/** Resident memory; of memory that several of a group share, each has its part. */
function memoryKb(pid, isShared) {
  const [file, line] = isShared ? ['smaps_rollup', /^Pss:\s+(\d+)/m] : ['status', /^VmRSS:\s+(\d+)/m];
  return Number(line.exec(textOf(pid, file) ?? '')?.[1] ?? 0);
}

function textOf(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}
