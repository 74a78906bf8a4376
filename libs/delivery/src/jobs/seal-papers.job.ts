import { ListensTo, type EventHandler } from '@hz/platform';
import { sessionOpened } from '@hz/registration/contract';
import { SealPapers } from '../application/seal-papers.command';

@ListensTo(sessionOpened, 'delivery.seal-papers')
export class SealPapersJob implements EventHandler<typeof sessionOpened.payloadType> {
  constructor(private readonly sealing: SealPapers) {}

  async run({ sessionId }: typeof sessionOpened.payloadType): Promise<void> {
    await this.sealing.run(sessionId);
  }
}
