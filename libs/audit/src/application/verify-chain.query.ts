import { Injectable } from '@nestjs/common';
import { firstFault, GENESIS, type ChainFault } from '../domain/chain';
import { ChainRepository } from '../persistence/chain.repository';

const BATCH = 2_000;

export interface ChainReport {
  readonly links: number;
  /** Entries that the chain does not cover yet; more than a few for more than seconds means that the worker is down. */
  readonly unlinked: number;
  readonly fault: ChainFault | null;
}

/** Walks the whole chain and recomputes every hash. */
@Injectable()
export class VerifyChain {
  constructor(private readonly chain: ChainRepository) {}

  async run(): Promise<ChainReport> {
    let previous = { no: 0, hash: GENESIS };
    for (;;) {
      const links = await this.chain.linksAfter(previous.no, BATCH);
      const fault = firstFault(links, previous);
      if (fault !== null || links.length === 0) {
        return { links: previous.no, unlinked: await this.chain.countUnlinked(), fault };
      }
      const last = links.at(-1)!;
      previous = { no: last.no, hash: last.hash };
    }
  }
}
