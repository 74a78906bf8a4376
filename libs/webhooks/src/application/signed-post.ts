import { Injectable } from '@nestjs/common';
import { Clock, MS_PER_SECOND } from '@hz/kernel';
import { SecretBox } from '@hz/platform';
import type { Leased } from '../persistence/delivery.repository';
import type { EndpointRow } from '../persistence/endpoint.repository';
import { OutsideCall, type OutsideReply } from './outside-call';
import { signatureHeader } from './webhook-signature';
import { SECRET_PURPOSE } from './webhooks';

/** One attempt to send a message, signed anew with the moment of the attempt. */
@Injectable()
export class SignedPost {
  constructor(
    private readonly call: OutsideCall,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  run(endpoint: EndpointRow, { messageId, body }: Leased): Promise<OutsideReply> {
    const now = this.clock.now();
    const seconds = Math.floor(now / MS_PER_SECOND);
    const { id, url, secret, earlierSecret, earlierUntil } = endpoint;
    const sealed =
      earlierSecret !== null && earlierUntil !== null && now < earlierUntil ? [secret, earlierSecret] : [secret];
    const secrets = sealed.map((each) => this.box.open(SECRET_PURPOSE, id, each));
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Hengzheng-Webhooks/1',
      'webhook-id': messageId,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signatureHeader(secrets, messageId, seconds, body),
    };
    return this.call.post(url, headers, body);
  }
}
