import { ends, instant, reachable } from '@hz/kernel';
import { ATTEMPT_LIFE, mayStart, maySubmit } from './attempt-rules';

const at = instant;
const session = { status: 'open', opensAt: at(100), closesAt: at(200), latestStartAt: at(150) };

describe('the rules of an attempt', () => {
  it('its life reaches submitted and ends there', () => {
    expect([...reachable(ATTEMPT_LIFE, 'prepared')].sort()).toEqual(['prepared', 'started', 'submitted']);
    expect(ends(ATTEMPT_LIFE)).toEqual(['submitted']);
  });

  it.each([
    [99, session, 'not-open-yet'],
    [100, session, null],
    [150, session, null],
    [151, session, 'entry-closed'],
    [200, { ...session, latestStartAt: null }, null],
    [201, { ...session, latestStartAt: null }, 'entry-closed'],
    [120, { ...session, status: 'closed' }, 'entry-closed'],
    [120, { ...session, status: 'cancelled' }, 'entry-closed'],
  ])('at %i of %j one may start unless %s', (now, when, why) => {
    expect(mayStart(when, at(now))).toEqual(why === null ? { start: true } : { start: false, why });
  });

  const started = { status: 'started' as const, leaseId: 'a', earliestHandInAt: at(50) };
  it.each([
    [started, 'a', 50, null],
    [started, 'a', 49, 'too-early'],
    [started, 'b', 60, 'not-the-writer'],
    [{ ...started, status: 'prepared' as const }, 'a', 60, 'not-started'],
  ])('%j by %s at %i may hand in unless %s', (attempt, lease, now, why) => {
    expect(maySubmit(attempt, lease, at(now))).toEqual(why === null ? { submit: true } : { submit: false, why });
  });
});
