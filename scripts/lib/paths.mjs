import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const BIN = join(ROOT, 'node_modules', '.bin');
export const NODE = join(BIN, 'node');

/** A path of the operator's, relative to the project. */
export function inRoot(path) {
  return resolve(ROOT, path);
}
