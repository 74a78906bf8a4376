import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ENDPOINT, type EndpointOptions } from './endpoint';

export interface Route {
  readonly controller: string;
  readonly handler: string;
  readonly endpoint: EndpointOptions;
}

/** Every route of the running app. */
@Injectable()
export class Routes {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** Throws when a handler of a controller has a route without `@Endpoint`, so that no door is open by accident. */
  all(): Route[] {
    return this.discovery.getControllers().flatMap(({ instance, name }) => {
      if (!instance) return [];
      const prototype = Object.getPrototypeOf(instance) as object;
      return this.scanner.getAllMethodNames(prototype).flatMap((handler) => {
        const method = (prototype as Record<string, unknown>)[handler] as object;
        const endpoint = Reflect.getMetadata(ENDPOINT, method) as EndpointOptions | undefined;
        if (endpoint !== undefined) return [{ controller: String(name), handler, endpoint }];
        if (Reflect.hasMetadata('path', method)) throw new Error(`${String(name)}.${handler} has no @Endpoint`);
        return [];
      });
    });
  }
}
