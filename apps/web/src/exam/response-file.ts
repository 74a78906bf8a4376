import { RESPONSE_FILE_ENDING, sealResponseFile } from '@hz/delivery/contract';
import { downloadBytes } from '../shared/download';
import { knownFileKey } from './engine/file-key';
import type { Journal } from './journal';

/** What the page brings to the server when there is no line: a file that an invigilator carries. */
export class ResponseFileMaker {
  constructor(
    private readonly attempt: { readonly id: string; readonly sessionId: string },
    private readonly journal: Journal,
  ) {}

  /** Saves what is unsent, encrypted; returns the file's name, or null where there is nothing, or no key to encrypt it to. */
  async save(): Promise<string | null> {
    const { macKey, fileKey } = this.journal.known;
    const key = knownFileKey() ?? fileKey;
    const part = this.journal.part();
    if (part === null || macKey === null || key === null) return null;
    const file = await sealResponseFile({ attempt: this.attempt, journal: part, macKey, key });
    const name = `hengzheng-${this.attempt.id.slice(-12)}${RESPONSE_FILE_ENDING}`;
    downloadBytes(name, file);
    return name;
  }
}
