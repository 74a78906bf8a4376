import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { WriteBehind } from './write-behind';

describe('WriteBehind', () => {
  it('writes together what came together, and goes on with what came meanwhile', async () => {
    const written: number[][] = [];
    const behind = new WriteBehind<number>('numbers', async (rows) => {
      written.push([...rows]);
      await sleep(30);
    });
    behind.add(1);
    behind.add(2);
    expect(written).toEqual([]);
    await sleep(35);
    behind.add(3);
    await behind.settled();
    expect(written).toEqual([[1, 2], [3]]);
    await behind.settled();
  });

  it('writes no more than a thousand at once', async () => {
    const sizes: number[] = [];
    const behind = new WriteBehind<number>('numbers', (rows) => {
      sizes.push(rows.length);
      return Promise.resolve();
    });
    for (let n = 0; n < 2_500; n += 1) behind.add(n);
    await behind.settled();
    expect(sizes).toEqual([1_000, 1_000, 500]);
  });

  it('says how many rows were lost, and goes on', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    const written: number[][] = [];
    const behind = new WriteBehind<number>('numbers', (rows) => {
      if (rows.includes(1)) return Promise.reject(new Error('no room'));
      written.push([...rows]);
      return Promise.resolve();
    });
    behind.add(1);
    behind.add(2);
    await behind.settled();
    expect(logged).toHaveBeenCalledWith({ lost: 2, what: 'numbers', error: 'Error: no room' });
    behind.add(3);
    await behind.settled();
    expect(written).toEqual([[3]]);
    logged.mockRestore();
  });
});
