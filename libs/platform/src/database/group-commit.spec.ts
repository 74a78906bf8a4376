import { GroupCommit, type Outcome } from './group-commit';

const slowly = () => new Promise((resolve) => setTimeout(resolve, 10));

describe('group commits', () => {
  const recording = (outcomeOf: (order: string, mayWait: boolean) => Outcome<string>, most?: number) => {
    const committed: { orders: readonly string[]; mayWait: boolean }[] = [];
    const commits = new GroupCommit<string, string>(async (orders, { mayWait }) => {
      committed.push({ orders, mayWait });
      await slowly();
      return orders.map((order) => outcomeOf(order, mayWait));
    }, most);
    return { commits, committed };
  };

  it('what comes in one turn goes together, and so does what comes while a transaction runs', async () => {
    const { commits, committed } = recording((order) => ({ value: order.toUpperCase() }));
    const first = [commits.run('a'), commits.run('b')];
    await new Promise((resolve) => setTimeout(resolve, 5));
    const second = [commits.run('c'), commits.run('d')];
    expect(await Promise.all([...first, ...second])).toEqual(['A', 'B', 'C', 'D']);
    expect(committed).toEqual([
      { orders: ['a', 'b'], mayWait: false },
      { orders: ['c', 'd'], mayWait: false },
    ]);
  });

  it('no transaction has more than so many', async () => {
    const { commits, committed } = recording((order) => ({ value: order }), 2);
    await Promise.all(['a', 'b', 'c'].map((order) => commits.run(order)));
    expect(committed.map(({ orders }) => orders)).toEqual([['a', 'b'], ['c']]);
  });

  it('a refusal is that of one order', async () => {
    const refused = new Error('too early');
    const { commits } = recording((order) => (order === 'b' ? { refused } : { value: order }));
    const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((order) => commits.run(order)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    await expect(commits.run('b')).rejects.toBe(refused);
  });

  it('what somebody else holds is committed alone, and may wait there', async () => {
    const { commits, committed } = recording((order, mayWait) =>
      order === 'b' && !mayWait ? 'held' : { value: order },
    );
    expect(await Promise.all(['a', 'b'].map((order) => commits.run(order)))).toEqual(['a', 'b']);
    expect(committed.at(-1)).toEqual({ orders: ['b'], mayWait: true });
  });

  it('an order that the database refuses does not take the others with it', async () => {
    const commits = new GroupCommit<string, string>(async (orders) => {
      await slowly();
      if (orders.includes('bad')) throw Object.assign(new Error('too long'), { code: '22001' });
      return orders.map((value) => ({ value }));
    });
    const outcomes = await Promise.allSettled(['a', 'bad', 'c'].map((order) => commits.run(order)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('a database that is away fails all who wait for that transaction, and nobody after them', async () => {
    let isAway = true;
    const commits = new GroupCommit<string, string>(async (orders) => {
      await slowly();
      if (isAway) throw new Error('away');
      return orders.map((value) => ({ value }));
    });
    const outcomes = await Promise.allSettled(['a', 'b'].map((order) => commits.run(order)));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isAway = false;
    expect(await commits.run('a')).toBe('a');
  });
});
