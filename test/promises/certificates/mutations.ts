import { canonicalJson } from '@hz/kernel';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A changed certificate, and where it was changed. */
export interface Mutation<Input> {
  readonly at: string;
  readonly input: Input;
}

/** A JSON document with each of its parts changed, one at a time, and written canonically again. */
export function fieldMutations(text: string): Mutation<string>[] {
  const document = JSON.parse(text) as Json;
  const found: Mutation<string>[] = [];
  const changed = (path: readonly string[], how: string, change: (holder: Json[], name: number) => void) => {
    const copy = structuredClone({ root: document }) as unknown as Record<string, Json>;
    let holder: Json = copy;
    const whole = ['root', ...path];
    for (const name of whole.slice(0, -1)) holder = (holder as Record<string, Json>)[name]!;
    change(holder as Json[], whole.at(-1)! as unknown as number);
    const mutated = canonicalJson(copy['root']);
    if (mutated !== text) found.push({ at: `/${path.join('/')} ${how}`, input: mutated });
  };
  const walk = (value: Json, path: readonly string[]) => {
    if (path.length > 0)
      changed(path, 'removed', (holder, name) => {
        if (Array.isArray(holder)) holder.splice(Number(name), 1);
        else delete holder[name];
      });
    for (const [how, other] of others(value)) changed(path, how, (holder, name) => (holder[name] = other));
    if (value !== null && typeof value === 'object')
      for (const [name, each] of Object.entries(value)) walk(each as Json, [...path, name]);
  };
  walk(document, []);
  return found;
}

/** What could stand in the place of a value. */
function others(value: Json): (readonly [string, Json])[] {
  if (typeof value === 'string') return stringsFor(value);
  if (typeof value === 'number') return [['one more', value + 1]];
  if (typeof value === 'boolean') return [['not', !value]];
  if (Array.isArray(value)) return [['doubled', [...value, ...value]]];
  return value === null ? [] : [['one member more', { ...value, note: 'added' }]];
}

function stringsFor(value: string): (readonly [string, Json])[] {
  const found: [string, Json][] = [['longer', `${value}x`]];
  const middle = Math.floor(value.length / 2);
  const next = (character: string) => String.fromCodePoint(character.codePointAt(0)! + (character === '9' ? -1 : 1));
  found.push(['another character', value.slice(0, middle) + next(value[middle] ?? 'a') + value.slice(middle + 1)]);
  if (/^\d{4}-\d\d-\d\dT/.test(value))
    found.push(['ten years later', String(Number(value.slice(0, 4)) + 10) + value.slice(4)]);
  if (/^\d+(\.\d+)?$/.test(value)) found.push(['better', '99']);
  return found;
}

/** A text with characters changed, put in or cut off, at places spread over all of it. */
export function textMutations(text: string, places: number): Mutation<string>[] {
  const step = Math.max(1, Math.floor(text.length / places));
  const found: Mutation<string>[] = [];
  for (let at = 0; at < text.length; at += step) {
    const character = text[at] === 'A' ? 'B' : 'A';
    found.push({ at: `character ${at} changed`, input: text.slice(0, at) + character + text.slice(at + 1) });
    if ((at / step) % 4 === 0) found.push({ at: `space at ${at}`, input: `${text.slice(0, at)} ${text.slice(at)}` });
    if ((at / step) % 8 === 0 && at > 0) found.push({ at: `cut at ${at}`, input: text.slice(0, at) });
  }
  return found.filter(({ input }) => input !== text);
}

/** Bytes with single bits changed at places spread over all of them, and with bytes after their end. */
export function byteMutations(bytes: Uint8Array<ArrayBuffer>, places: number): Mutation<Uint8Array<ArrayBuffer>>[] {
  const step = Math.max(1, Math.floor(bytes.length / places));
  const found: Mutation<Uint8Array<ArrayBuffer>>[] = [];
  for (let at = 0; at < bytes.length; at += step) {
    const input = bytes.slice();
    input[at]! ^= 1 << (at % 8);
    found.push({ at: `byte ${at}`, input });
  }
  for (const more of [1, 100]) {
    const input = new Uint8Array(bytes.length + more);
    input.set(bytes);
    found.push({ at: `${more} bytes more`, input }, { at: `${more} bytes less`, input: bytes.slice(0, -more) });
  }
  return found;
}
