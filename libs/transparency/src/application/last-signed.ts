import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, randomToken, type Config } from '@hz/platform';
import { parseCheckpoint, type CheckpointBody } from '../domain/checkpoint';

/**
 * The last checkpoint that this installation signed, in a file beside its keys. An old backup of the database, restored, does not know what
 * was signed after it; without this file the log would sign a second history and never notice.
 */
@Injectable()
export class LastSigned {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'dataDir'>) {}

  /** Null before the first one. Throws an Error for a file that is none of ours. */
  async read(): Promise<CheckpointBody | null> {
    let text: string;
    try {
      text = await readFile(this.file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
    const body = parseCheckpoint(text);
    if (body === null) throw new Error(`${this.file} is not a checkpoint`);
    return body;
  }

  /** Puts the text of a checkpoint in the place of the one before. */
  async write(text: string): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true, mode: 0o700 });
    const draft = `${this.file}.${randomToken(6)}`;
    await writeFile(draft, text, { flush: true });
    await rename(draft, this.file);
  }

  private get file(): string {
    return join(this.config.dataDir, 'log', 'last-checkpoint');
  }
}
