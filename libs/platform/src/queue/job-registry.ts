import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { LISTENS, SWEEPS, type EventHandler, type Listening, type Sweep, type Sweeping } from './job';

/** Every job handler and sweep of the running app. */
@Injectable()
export class JobRegistry {
  private handlers: Map<string, EventHandler<object>> | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /** Which job listens to which event. Throws when two handlers claim one job. */
  listeners(): Listening[] {
    return this.marked<Listening, EventHandler<object>>(LISTENS).map(({ mark }) => mark);
  }

  handlerOf(job: string): EventHandler<object> {
    this.handlers ??= this.collect();
    const handler = this.handlers.get(job);
    if (handler === undefined) throw new Error(`no handler for job ${job}`);
    return handler;
  }

  sweeps(): { sweep: Sweep; mark: Sweeping }[] {
    return this.marked<Sweeping, Sweep>(SWEEPS).map(({ mark, instance }) => ({ mark, sweep: instance }));
  }

  /** Called at start: proves that each job has exactly one handler. */
  check(): void {
    this.handlers = this.collect();
  }

  private collect(): Map<string, EventHandler<object>> {
    const handlers = new Map<string, EventHandler<object>>();
    for (const { mark, instance } of this.marked<Listening, EventHandler<object>>(LISTENS)) {
      if (handlers.has(mark.job)) throw new Error(`two handlers for job ${mark.job}`);
      handlers.set(mark.job, instance);
    }
    return handlers;
  }

  private marked<Mark, Instance>(key: symbol): { mark: Mark; instance: Instance }[] {
    const seen = new Set<unknown>();
    return this.discovery.getProviders().flatMap(({ metatype, instance }) => {
      if (typeof metatype !== 'function' || !instance || seen.has(instance)) return [];
      const mark = this.reflector.get<Mark | undefined>(key, metatype);
      if (mark === undefined) return [];
      seen.add(instance);
      return [{ mark, instance: instance as Instance }];
    });
  }
}
