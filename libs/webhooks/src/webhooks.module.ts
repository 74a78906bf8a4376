import { Module } from '@nestjs/common';
import { VerificationModule } from '@hz/verification';
import { AnnounceChange } from './application/announce-change.command';
import { Deliveries } from './application/deliveries';
import { OutsideAddress } from './application/outside-address';
import { OutsideCall, Resolver } from './application/outside-call';
import { SendDue } from './application/send-due.command';
import { SignedPost } from './application/signed-post';
import { Webhooks } from './application/webhooks';
import { WebhooksController } from './http/webhooks.controller';
import {
  AnnounceExpiredJob,
  AnnounceIssuedJob,
  AnnounceReinstatedJob,
  AnnounceRevokedJob,
  AnnounceSupersededJob,
  AnnounceSuspendedJob,
} from './jobs/certificate-changes.job';
import { ForgetMessagesSweep, SendDueSweep } from './jobs/send-due.sweep';
import { DeliveryRepository } from './persistence/delivery.repository';
import { EndpointRepository } from './persistence/endpoint.repository';

const jobs = [
  AnnounceExpiredJob,
  AnnounceIssuedJob,
  AnnounceReinstatedJob,
  AnnounceRevokedJob,
  AnnounceSupersededJob,
  AnnounceSuspendedJob,
  ForgetMessagesSweep,
  SendDueSweep,
];

@Module({
  imports: [VerificationModule],
  controllers: [WebhooksController],
  providers: [
    ...jobs,
    AnnounceChange,
    Deliveries,
    DeliveryRepository,
    EndpointRepository,
    OutsideAddress,
    OutsideCall,
    Resolver,
    SendDue,
    SignedPost,
    Webhooks,
  ],
})
export class WebhooksModule {}
