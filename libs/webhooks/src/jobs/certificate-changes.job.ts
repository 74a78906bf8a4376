import {
  certificateExpired,
  certificateIssued,
  certificateReinstated,
  certificateRevoked,
  certificateSuperseded,
  certificateSuspended,
} from '@hz/certification/contract';
import { ListensTo, type EventHandler } from '@hz/platform';
import { AnnounceChange } from '../application/announce-change.command';

@ListensTo(certificateIssued, 'webhooks.announce-issued')
export class AnnounceIssuedJob implements EventHandler<typeof certificateIssued.payloadType> {
  constructor(private readonly announce: AnnounceChange) {}

  run({ number, personId }: typeof certificateIssued.payloadType): Promise<void> {
    return this.announce.run({ type: 'certificate.issued', number, personId, status: 'valid', key: number });
  }
}

@ListensTo(certificateRevoked, 'webhooks.announce-revoked')
export class AnnounceRevokedJob implements EventHandler<typeof certificateRevoked.payloadType> {
  constructor(private readonly announce: AnnounceChange) {}

  run({ number, personId }: typeof certificateRevoked.payloadType): Promise<void> {
    return this.announce.run({ type: 'certificate.revoked', number, personId, status: 'revoked', key: number });
  }
}

@ListensTo(certificateExpired, 'webhooks.announce-expired')
export class AnnounceExpiredJob implements EventHandler<typeof certificateExpired.payloadType> {
  constructor(private readonly announce: AnnounceChange) {}

  run({ number, personId, at }: typeof certificateExpired.payloadType): Promise<void> {
    return this.announce.run({ type: 'certificate.expired', number, personId, at, status: 'expired', key: number });
  }
}

@ListensTo(certificateSuspended, 'webhooks.announce-suspended')
export class AnnounceSuspendedJob implements EventHandler<typeof certificateSuspended.payloadType> {
  constructor(private readonly announce: AnnounceChange) {}

  run({ number, personId, at }: typeof certificateSuspended.payloadType): Promise<void> {
    const key = `${number}@${at}`;
    return this.announce.run({ type: 'certificate.suspended', number, personId, at, status: 'suspended', key });
  }
}

@ListensTo(certificateReinstated, 'webhooks.announce-reinstated')
export class AnnounceReinstatedJob implements EventHandler<typeof certificateReinstated.payloadType> {
  constructor(private readonly announce: AnnounceChange) {}

  run({ number, personId, at }: typeof certificateReinstated.payloadType): Promise<void> {
    const key = `${number}@${at}`;
    return this.announce.run({ type: 'certificate.reinstated', number, personId, at, status: 'valid', key });
  }
}

@ListensTo(certificateSuperseded, 'webhooks.announce-superseded')
export class AnnounceSupersededJob implements EventHandler<typeof certificateSuperseded.payloadType> {
  constructor(private readonly announce: AnnounceChange) {}

  run({ number, personId, at, successor }: typeof certificateSuperseded.payloadType): Promise<void> {
    const change = { number, personId, at, status: 'superseded', supersededBy: successor };
    return this.announce.run({ ...change, type: 'certificate.superseded', key: `${number}@${at}` });
  }
}
