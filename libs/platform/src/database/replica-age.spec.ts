import { ReplicaAge } from './replica-age';

describe('the age of a replica', () => {
  it('is unknown, and taken for endless, before it has reached a noted position', () => {
    const age = new ReplicaAge();
    expect(age.of(1_000, 5)).toBe(Infinity);
    age.note(1_000, 10);
    expect(age.of(999, 20)).toBe(Infinity);
    expect(age.of(1_000, 20)).toBe(10);
  });

  it('stays small while the primary has nothing to do', () => {
    const age = new ReplicaAge();
    for (let now = 0; now < 60_000; now += 1_000) {
      age.note(500, now);
      expect(age.of(500, now + 3)).toBe(3);
    }
  });

  it('grows while the replica stands still, and is small again once it has caught up', () => {
    const age = new ReplicaAge();
    for (let second = 0; second <= 10; second += 1) age.note(second * 100, second * 1_000);
    expect(age.of(250, 10_000)).toBe(8_000);
    expect(age.of(999, 10_000)).toBe(1_000);
    expect(age.of(1_000, 10_000)).toBe(0);
  });

  it('never looks younger than it is, however long the replica is away', () => {
    const age = new ReplicaAge();
    for (let second = 0; second <= 10_000; second += 1) age.note(second * 100, second * 1_000);
    expect(age.of(0, 10_000_000)).toBe(10_000_000);
    expect(age.of(1_000_000, 10_000_000)).toBeGreaterThanOrEqual(0);
    age.note(1_000_001, 10_001_000);
    expect(age.of(1_000_001, 10_001_000)).toBe(0);
  });
});
