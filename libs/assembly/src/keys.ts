// The second door (P3): who imports it can read keys, so boundaries.json lists who may.
export { KeySheets } from './application/key-sheets';
export type { KeySheet, KeySheetItem } from './domain/key-sheet';
