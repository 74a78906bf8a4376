import { POOLS } from '@hz/kernel';
import { mayMovePool } from './pools';

describe('P11 pools', () => {
  it('lets an item leave only the try-out', () => {
    const moves = POOLS.flatMap((from) =>
      POOLS.filter((to) => from !== to && mayMovePool(from, to)).map((to) => [from, to]),
    );
    expect(moves).toEqual([
      ['pretest', 'practice'],
      ['pretest', 'exam'],
    ]);
  });
});
