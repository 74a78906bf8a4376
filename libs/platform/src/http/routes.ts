import { Injectable, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ENDPOINT, type EndpointOptions } from './endpoint';

export interface Route {
  readonly controller: string;
  readonly type: Type;
  readonly handler: string;
  readonly endpoint: EndpointOptions;
}

/** Every route of the running app. */
@Injectable()
export class Routes {
  constructor(private readonly discovery: DiscoveryService) {}

  /** Throws when a handler of a controller has a route without `@Endpoint`, so that no door is open by accident. */
  all(): Route[] {
    return routesOf(this.discovery.getControllers().map(({ metatype }) => metatype as Type));
  }
}

/** The routes of these controller classes. Throws on one without `@Endpoint`. */
export function routesOf(controllers: readonly Type[]): Route[] {
  const scanner = new MetadataScanner();
  return controllers.flatMap((type) =>
    scanner.getAllMethodNames(type.prototype as object).flatMap((handler) => {
      const method = (type.prototype as Record<string, object>)[handler]!;
      const endpoint = Reflect.getMetadata(ENDPOINT, method) as EndpointOptions | undefined;
      if (endpoint !== undefined) return [{ controller: type.name, type, handler, endpoint }];
      if (Reflect.hasMetadata('path', method)) throw new Error(`${type.name}.${handler} has no @Endpoint`);
      return [];
    }),
  );
}
