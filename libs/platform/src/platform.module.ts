import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Clock } from '@hz/kernel';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from './config/config';
import { FileSigner, Signer } from './crypto/signing-keys';
import { SecretBox } from './crypto/secret-box';
import { createDataSource } from './database/data-source';
import { DatabaseClock } from './database/database-clock';
import { UnitOfWork } from './database/unit-of-work';
import { HotPool } from './hot-pool';
import { RateLimiter } from './http/rate-limiter';
import { Routes } from './http/routes';
import { DeliveryRunner } from './outbox/delivery-runner';
import { Outbox } from './outbox/outbox';
import { OutboxRelay } from './outbox/relay';
import { StuckDeliveries } from './outbox/stuck-deliveries';
import { JobRegistry } from './queue/job-registry';
import { Queues } from './queue/queues';
import { WorkerHost } from './queue/worker-host';
import { TestSwitches } from './test-switches';

/** The tools of the edges, for every context. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config): DynamicModule {
    const tools = [
      UnitOfWork,
      HotPool,
      Outbox,
      OutboxRelay,
      DeliveryRunner,
      StuckDeliveries,
      JobRegistry,
      Queues,
      WorkerHost,
      RateLimiter,
      Routes,
      SecretBox,
      TestSwitches,
    ];
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: CONFIG, useValue: config },
        {
          provide: DataSource,
          useFactory: () => createDataSource(config.databaseUrl, config.databasePool).initialize(),
        },
        { provide: Clock, useClass: DatabaseClock },
        { provide: Signer, useClass: FileSigner },
        ...tools,
      ],
      exports: [CONFIG, DataSource, Clock, Signer, ...tools],
    };
  }
}
