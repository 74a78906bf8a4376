import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hz/platform';
import { GENESIS, linkHash } from '../domain/chain';
import { ChainRepository } from '../persistence/chain.repository';

const BATCH = 1_000;

/** Links the entries that are not in the chain yet, oldest first. Returns how many. */
@Injectable()
export class SealChain {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly chain: ChainRepository,
  ) {}

  run(): Promise<number> {
    return this.uow.run(async (tx) => {
      let head = (await this.chain.lockHead(tx)) ?? { no: 0, hash: GENESIS };
      const links = (await this.chain.unlinked(tx, BATCH)).map((entry) => {
        const no = head.no + 1;
        const link = { no, entryId: entry.id, previousHash: head.hash, hash: linkHash(head.hash, { no, ...entry }) };
        head = { no, hash: link.hash };
        return link;
      });
      if (links.length > 0) await this.chain.append(tx, links);
      return links.length;
    });
  }
}
