import type { ResponseValue } from './interaction';

/** Whether nothing has been answered: null, empty or only blanks. */
export function isUnanswered(value: ResponseValue | undefined): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0;
}
