import { Injectable } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import type { FlagTaskInput } from '../contract';
import { MarkerDeed } from './marker-deed';

/** Shows a script to the exam manager. Evidence and no verdict (P13): nothing about its marking changes. */
@Injectable()
export class FlagTask {
  constructor(private readonly deed: MarkerDeed) {}

  async run(who: Principal, id: string, { reason, note }: FlagTaskInput): Promise<void> {
    await this.deed.do(
      who,
      await this.deed.find(who, id),
      ({ released }) => (released ? { act: false, why: 'released' } : { act: true }),
      ({ task }) => Promise.resolve({ kind: 'flagged', version: task.version, details: { reason, note } }),
    );
  }
}
