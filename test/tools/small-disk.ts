import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system in memory that can be made full and free again at will, by changing its size. */
export class SmallDisk {
  private constructor(
    readonly folder: string,
    private readonly megabytes: number,
  ) {}

  /** Null where this machine does not allow it (it takes root). */
  static mount(megabytes: number): SmallDisk | null {
    const folder = mkdtempSync(join(tmpdir(), 'hz-disk-'));
    if (mount('-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'tmpfs', folder))
      return new SmallDisk(folder, megabytes);
    rmSync(folder, { recursive: true });
    return null;
  }

  /** Leaves nothing free. Throws when the disk filled up or was emptied in the same moment, again and again. */
  fill(): void {
    for (let tries = 0; tries < 20; tries += 1) {
      const { blocks, bfree, bsize } = statfsSync(this.folder);
      if (mount('-o', `remount,size=${(blocks - bfree) * bsize}`, this.folder)) return;
    }
    throw new Error('the small disk could not be filled');
  }

  free(): void {
    if (!mount('-o', `remount,size=${this.megabytes}m`, this.folder))
      throw new Error('the small disk could not be freed');
  }

  remove(): void {
    spawnSync('umount', ['--lazy', this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function mount(...args: string[]): boolean {
  return spawnSync('mount', args, { stdio: 'ignore' }).status === 0;
}
