import { setTimeout as pause } from 'node:timers/promises';
import { query } from './database.mjs';

/** Resolves with the seconds until the worker has scored `count` attempts of the session; null when it has not within a while. */
export async function scoredAfter(databaseUrl, sessionId, count, withinMs = 300_000) {
  const from = Date.now();
  while (Date.now() - from < withinMs) {
    const [{ scored }] = await query(
      databaseUrl,
      'SELECT count(*)::int AS scored FROM grading.scored_attempt s JOIN delivery.attempt a ON a.id = s.attempt_id WHERE a.session_id = $1',
      [sessionId],
    );
    if (scored >= count) return (Date.now() - from) / 1_000;
    await pause(500);
  }
  return null;
}
