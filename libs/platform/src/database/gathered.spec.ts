import { Gathered } from './gathered';

describe('gathered look-ups', () => {
  const slowly = () => new Promise((resolve) => setTimeout(resolve, 10));

  it('asks at once for one, and together for all that came meanwhile', async () => {
    const asked: (readonly string[])[] = [];
    const lengths = new Gathered<string, number>(async (keys) => {
      asked.push(keys);
      await slowly();
      return new Map(keys.filter((key) => key !== 'none').map((key) => [key, key.length]));
    });
    const first = lengths.find('a');
    await Promise.resolve();
    await Promise.resolve();
    const rest = ['bb', 'ccc', 'none', 'bb'].map((key) => lengths.find(key));
    expect(await first).toBe(1);
    expect(await Promise.all(rest)).toEqual([2, 3, undefined, 2]);
    expect(asked).toEqual([['a'], ['bb', 'ccc', 'none']]);
  });

  it('fails for those who asked, and goes on for the next', async () => {
    let isBroken = true;
    const found = new Gathered<string, string>(async (keys) => {
      await slowly();
      if (isBroken) throw new Error('away');
      return new Map(keys.map((key) => [key, key]));
    });
    const outcomes = await Promise.allSettled([found.find('a'), found.find('b')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isBroken = false;
    expect(await found.find('a')).toBe('a');
  });
});
