import type { StartedAttempt } from '@hz/delivery/contract';

/** What lies longer may have been overtaken by another device. */
const FRESH_MS = 10_000;
let started: { readonly registrationId: string; readonly reply: StartedAttempt; readonly at: number } | null = null;

/** The waiting room hands over what the start has brought, so that the room asks for nothing again. */
export function handOver(registrationId: string, reply: StartedAttempt): void {
  started = { registrationId, reply, at: performance.now() };
}

/** Taken once; null for a room that is entered in any other way. */
export function takeHandover(registrationId: string): StartedAttempt | null {
  const last = started;
  started = null;
  const isGood = last?.registrationId === registrationId && performance.now() - last.at < FRESH_MS;
  return isGood ? last.reply : null;
}
