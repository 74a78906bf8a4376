import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Clock } from '@hz/kernel';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from './config/config';
import { FileKeyStore } from './crypto/file-key-store';
import { KeyRing } from './crypto/key-ring';
import { KeyRingRepository } from './crypto/key-ring.repository';
import { KeyStore } from './crypto/key-store';
import { Pkcs11KeyStore } from './crypto/pkcs11-key-store';
import { MendingSigner, RingSigner } from './crypto/ring-signer';
import { SecretBox } from './crypto/secret-box';
import { Signer } from './crypto/signer';
import { createDataSource } from './database/data-source';
import { DatabaseClock } from './database/database-clock';
import { LaggingReads } from './database/lagging-reads';
import { UnitOfWork } from './database/unit-of-work';
import { HotPool } from './hot-pool';
import { RateLimiter } from './http/rate-limiter';
import { Routes } from './http/routes';
import { Metrics } from './metrics';
import { DeliveryRunner } from './outbox/delivery-runner';
import { Outbox } from './outbox/outbox';
import { OutboxRelay } from './outbox/relay';
import { StuckDeliveries } from './outbox/stuck-deliveries';
import { PdfPress } from './pdf/pdf-press';
import { SvgPainter } from './pictures/svg-painter';
import { JobRegistry } from './queue/job-registry';
import { Queues } from './queue/queues';
import { WorkerHost } from './queue/worker-host';
import { TestSwitches } from './test-switches';

/** The tools of the edges, for every context. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly source: DataSource) {}

  /** The module's own hook runs after those of its providers, so that workers and sweeps still have their connections while they drain. */
  async onApplicationShutdown(): Promise<void> {
    await this.source.destroy();
  }

  /** `keysMayLack`: starts although a key that signs today is lost, so that another one can be put in its place. */
  static with(config: Config, { keysMayLack = false } = {}): DynamicModule {
    const tools = [
      UnitOfWork,
      LaggingReads,
      HotPool,
      Metrics,
      Outbox,
      OutboxRelay,
      DeliveryRunner,
      StuckDeliveries,
      JobRegistry,
      Queues,
      WorkerHost,
      RateLimiter,
      Routes,
      PdfPress,
      SvgPainter,
      SecretBox,
      KeyRingRepository,
      KeyRing,
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
        { provide: KeyStore, useFactory: (box: SecretBox) => keyStoreOf(config, box), inject: [SecretBox] },
        { provide: RingSigner, useClass: keysMayLack ? MendingSigner : RingSigner },
        { provide: Signer, useExisting: RingSigner },
        ...tools,
      ],
      exports: [CONFIG, DataSource, Clock, RingSigner, Signer, KeyStore, ...tools],
    };
  }
}

function keyStoreOf(config: Config, box: SecretBox): KeyStore {
  const { signer } = config;
  return signer.kind === 'file' ? new FileKeyStore(config, signer.passphrase, box) : new Pkcs11KeyStore(signer);
}
