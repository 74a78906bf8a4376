// A thread of its own: printing takes tens of milliseconds of computing. Outside of a build Node runs this file as it stands, so it and
// all that it imports use erasable syntax and import packages only.
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { deflateSync } from 'node:zlib';
import { documentOf, type PressStore } from './document';
import { Face } from './face';
import type { Drawing, FaceFiles } from './drawing';
import { MissingGlyphError } from './typecase';

export interface PressData {
  readonly colourProfile: string;
}
export interface PrintOrder {
  readonly id: number;
  readonly drawing: Drawing;
  readonly files: FaceFiles;
}
export type Printed =
  | { readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly missing: string }
  | { readonly id: number; readonly error: string };

/** So many opened fonts are kept; rare characters bring small ones. */
const FACES_KEPT = 60;
/** Templates come and go; what is forgotten is made again. */
const ARTWORK_KEPT = 100;
const faces = new Map<string, Face>();
const store: PressStore = {
  colourProfile: deflateSync(readFileSync((workerData as PressData).colourProfile)),
  forms: new Map(),
  pictures: new Map(),
};

function face(file: string): Face {
  const opened = faces.get(file) ?? new Face(file);
  // Put at the end: what was used longest ago stands first.
  faces.delete(file);
  faces.set(file, opened);
  if (faces.size > FACES_KEPT) faces.delete(faces.keys().next().value!);
  return opened;
}

function forgetOldArtwork(): void {
  if (store.forms.size > ARTWORK_KEPT) store.forms.clear();
  if (store.pictures.size > ARTWORK_KEPT) store.pictures.clear();
}

function print({ id, drawing, files }: PrintOrder): Printed {
  try {
    const opened = { regular: files.regular.map(face), bold: files.bold.map(face) };
    forgetOldArtwork();
    const bytes = new Uint8Array(documentOf(drawing, opened, store));
    return { id, bytes };
  } catch (error) {
    if (error instanceof MissingGlyphError) return { id, missing: error.character };
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort!.on('message', (order: PrintOrder) => {
  const printed = print(order);
  parentPort!.postMessage(printed, 'bytes' in printed ? [printed.bytes.buffer] : []);
});
