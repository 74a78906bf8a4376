import { never } from '@hz/kernel';
import type { DocumentType } from '../contract';
import { isResidentId } from './resident-id';

/** Upper case, without blanks, hyphens and full-width forms: equal documents give equal texts. */
export function normalizedNumber(number: string): string {
  return number.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

/** Whether a normalised number can be one of its type; `today` is `YYYY-MM-DD`. */
export function isDocumentNumber(type: DocumentType, number: string, today: string): boolean {
  switch (type) {
    case 'resident-id':
      return isResidentId(number, today);
    case 'passport':
      return /^[A-Z0-9]{6,12}$/.test(number) && /\d/.test(number);
    case 'hk-mo-permit':
      return /^[HM]\d{8}(?:\d{2})?$/.test(number);
    case 'tw-permit':
      return /^\d{8}$|^\d{10}[A-Z]?$/.test(number);
    default:
      return never(type);
  }
}

/** What may be shown: a few characters at both ends. */
export function maskedNumber(number: string): string {
  const [head, tail] = number.length >= 15 ? [3, 4] : [2, 2];
  return number.slice(0, head) + '*'.repeat(number.length - head - tail) + number.slice(-tail);
}
