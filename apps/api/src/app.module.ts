import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { LoginAuthenticator } from '@hz/identity';
import { Authenticator, Gate, InputGuard, PermissionGuard, PlatformModule, type Config } from '@hz/platform';
import { contexts } from './contexts';
import { DescriptionController } from './http/description.controller';
import { HealthController } from './health/health.controller';
import { PulseOfThisNode } from './health/pulse-of-this-node';
import { Readiness } from './health/readiness';
import { MetricsController } from './metrics/metrics.controller';
import { RequestMetrics } from './metrics/request-metrics';
import { OutboxController } from './queues/outbox.controller';
import { QueueController } from './queues/queue.controller';
import { QueueDashboard } from './queues/queue-dashboard';

@Module({})
class ApiModule {}

/** The HTTP process: every context behind one guard and one parser of input and output. */
export function apiModule(config: Config): DynamicModule {
  return {
    module: ApiModule,
    imports: [PlatformModule.with(config), ...contexts],
    controllers: [HealthController, MetricsController, DescriptionController, QueueController, OutboxController],
    providers: [
      { provide: APP_GUARD, useClass: PermissionGuard },
      { provide: APP_GUARD, useClass: InputGuard },
      { provide: Authenticator, useExisting: LoginAuthenticator },
      Gate,
      PulseOfThisNode,
      Readiness,
      RequestMetrics,
      QueueDashboard,
    ],
  };
}
