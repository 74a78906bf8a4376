import type { Pool } from '@hz/kernel';

/**
 * What an item may change over to. What candidates have practised with is known to them, and what an exam may hold must not become
 * known (P11); only an item that was tried out may enter the pool that its try-out was for.
 */
const MAY_FOLLOW: Readonly<Record<Pool, readonly Pool[]>> = { practice: [], exam: [], pretest: ['exam', 'practice'] };

export function mayMovePool(from: Pool, to: Pool): boolean {
  return from === to || MAY_FOLLOW[from].includes(to);
}
