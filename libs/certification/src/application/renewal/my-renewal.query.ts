import { Injectable } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import type { RenewalView } from '../../contract';
import { OwnCertificate } from '../own-certificate';
import { RenewalStates } from './renewal-state';

/** What a holder needs to know of the renewal of the own certificate. */
@Injectable()
export class MyRenewal {
  constructor(
    private readonly own: OwnCertificate,
    private readonly states: RenewalStates,
  ) {}

  /** Throws CertificateNotFound. */
  async run(who: Principal, number: string): Promise<RenewalView> {
    return this.states.of(await this.own.of(who, number));
  }
}
