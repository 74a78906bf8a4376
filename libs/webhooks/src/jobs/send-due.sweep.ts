import { Sweeps, type Sweep } from '@hz/platform';
import { SendDue } from '../application/send-due.command';

@Sweeps('webhooks.send-due', 1_000)
export class SendDueSweep implements Sweep {
  constructor(private readonly send: SendDue) {}

  async run(): Promise<void> {
    while ((await this.send.run()) > 0);
  }
}

@Sweeps('webhooks.forget-old', 3_600_000)
export class ForgetMessagesSweep implements Sweep {
  constructor(private readonly send: SendDue) {}

  run(): Promise<void> {
    return this.send.forgetOld();
  }
}
