import type { Instant } from './instant';

/** Port: the time that counts. In production it follows the database's clock, whatever the machine's own clock says (P4). */
export abstract class Clock {
  abstract now(): Instant;
}
