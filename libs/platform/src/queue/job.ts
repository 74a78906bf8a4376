import { Injectable, SetMetadata, type Type } from '@nestjs/common';
import type { DomainEvent } from '@hz/kernel';

/** An event as `defineEvent` makes it. */
export interface EventDefinition<Payload extends object> {
  (payload: Payload): DomainEvent<string, Payload>;
  readonly eventName: string;
}

/** Acts on an event. Is called at least once, possibly twice at the same time: it must be repeat-safe. */
export interface EventHandler<Payload extends object> {
  run(payload: Payload): Promise<void>;
}

export const LISTENS = Symbol('listens');
export interface Listening {
  readonly event: string;
  readonly job: string;
}

/** Marks the handler of the job `name` (`context.verb-noun`), which listens to `event`. */
export function ListensTo<Payload extends object>(event: EventDefinition<Payload>, name: string) {
  return (target: Type<EventHandler<Payload>>): void => {
    Injectable()(target);
    SetMetadata(LISTENS, { event: event.eventName, job: name } satisfies Listening)(target);
  };
}

/** Work that the worker does again and again, in one process at a time. */
export interface Sweep {
  run(): Promise<void>;
}

export const SWEEPS = Symbol('sweeps');
export interface Sweeping {
  readonly name: string;
  readonly everyMs: number;
}

/** Marks a sweep: `run` is called every `everyMs` by whichever worker holds its lock. A sweep looks at rows, without an upper age. */
export function Sweeps(name: string, everyMs: number) {
  return (target: Type<Sweep>): void => {
    Injectable()(target);
    SetMetadata(SWEEPS, { name, everyMs } satisfies Sweeping)(target);
  };
}
