import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * An ext4 file system in a file. Its blocks reach that file only when the system writes them out, as they reach a real disk: a copy of the
 * file is what a power cut at that moment would leave.
 */
export class LoopDisk {
  private constructor(private readonly parent: string) {}

  /** Null where this machine does not allow it (it takes root and loop devices). */
  static make(megabytes: number): LoopDisk | null {
    const disk = new LoopDisk(mkdtempSync(join(tmpdir(), 'hz-loop-')));
    const isMade =
      done('chmod', '0711', disk.parent) &&
      done('truncate', '-s', `${megabytes}M`, disk.image) &&
      done('mkfs.ext4', '-q', '-F', disk.image) &&
      disk.mount();
    if (isMade) return disk;
    disk.remove();
    return null;
  }

  get folder(): string {
    return join(this.parent, 'mounted');
  }

  /** The disk as the power failed at this moment. Whoever writes to it should be stopped, or its copy is of more than one moment. */
  afterPowerCut(): LoopDisk {
    const copy = new LoopDisk(mkdtempSync(join(tmpdir(), 'hz-loop-')));
    const isCopied =
      done('chmod', '0711', copy.parent) && done('cp', '--sparse=always', this.image, copy.image) && copy.mount();
    if (!isCopied) throw new Error('the disk could not be copied');
    return copy;
  }

  remove(): void {
    done('umount', '--lazy', this.folder);
    rmSync(this.parent, { recursive: true, force: true });
  }

  private get image(): string {
    return join(this.parent, 'image');
  }

  private mount(): boolean {
    mkdirSync(this.folder);
    return done('mount', '-o', 'loop', this.image, this.folder) && done('chmod', '0711', this.folder);
  }
}

function done(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
