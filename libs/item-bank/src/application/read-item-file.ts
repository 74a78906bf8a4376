import { ContentFile, type ContentProblem } from '@hz/competency';
import { itemBodySchema } from '@hz/kernel';
import { rubricSchema, responseRuleSchema } from '@hz/scoring/contract';
import { z } from 'zod';
import { itemEntrySchema, type ItemEntry } from '../contract';
import { checkEntry } from '../domain/entry-checks';
import { itemOf } from '../domain/entry-to-item';
import type { ItemContent } from '../domain/item';
import { keyGainsAll } from './key-gains-all';
import { checkMarkdown, type ImageShelf } from './markdown-check';

/** An item as its file has it, split into body and key, with the place where it stands. */
export interface ReadItem {
  readonly bank: string;
  readonly entry: ItemEntry;
  readonly content: ItemContent;
  readonly file: string;
  readonly line: number;
}

export interface ReadFile {
  readonly items: readonly ReadItem[];
  readonly problems: readonly ContentProblem[];
}

const headSchema = z.object({ bank: z.string().min(1), items: z.array(z.unknown()) });
const strictHead = z.strictObject({ bank: z.unknown(), items: z.unknown() });

/** Reads the items of one file. Each wrong entry is reported with its line; the others are read all the same. */
export function readItemFile(name: string, text: string, images: ImageShelf): ReadFile {
  const whole = ContentFile.parse(name, text);
  if (whole.problems.length > 0) return readBroken(name, text, images);
  const head = whole.read(headSchema);
  if (!head.ok) return { items: [], problems: head.problems };
  const extra = whole.read(strictHead);
  const read = head.value.items.map((_, index) => readEntry(whole, ['items', index], head.value.bank, images));
  return {
    items: read.flatMap(({ item }) => (item === null ? [] : [item])),
    problems: [...(extra.ok ? [] : extra.problems), ...read.flatMap(({ problems }) => problems)],
  };
}

const ENTRY_START = /^(\s*)- id:/;

/** A file whose syntax is broken somewhere: cut at the beginnings of its entries, so that the other entries can still be read. */
function readBroken(name: string, text: string, images: ImageShelf): ReadFile {
  const lines = text.split('\n');
  const indent = lines.map((line) => ENTRY_START.exec(line)?.[1]).find((found) => found !== undefined);
  const starts = lines.flatMap((line, index) => (ENTRY_START.exec(line)?.[1] === indent ? [index] : []));
  const bank = /^bank:\s*["']?([a-z0-9-]+)/m.exec(text)?.[1];
  if (indent === undefined || bank === undefined) {
    return { items: [], problems: ContentFile.parse(name, text).problems };
  }
  const read = starts.map((start, no) => {
    const part = ContentFile.parse(name, lines.slice(start, starts[no + 1]).join('\n'), start + 1);
    return part.problems.length > 0 ? { item: null, problems: part.problems } : readEntry(part, [0], bank, images);
  });
  return {
    items: read.flatMap(({ item }) => (item === null ? [] : [item])),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function readEntry(
  file: ContentFile,
  path: readonly (string | number)[],
  bank: string,
  images: ImageShelf,
): { item: ReadItem | null; problems: readonly ContentProblem[] } {
  const parsed = file.read(itemEntrySchema, path);
  if (!parsed.ok) return { item: null, problems: parsed.problems };
  const entry = parsed.value;
  const refuse = (place: readonly PropertyKey[], message: string) =>
    file.problem([...path, ...place], `${entry.id}: ${message}`);
  const wrong = [...checkEntry(entry), ...checkMarkdown(entry, images)].map((found) =>
    refuse(found.path, found.message),
  );
  if (wrong.length > 0) return { item: null, problems: wrong };
  const content = itemOf(entry);
  const faults = contentFaults(content).map((message) => refuse([], message));
  if (faults.length > 0) return { item: null, problems: faults };
  const { file: fileName, line } = file.problem(path, '');
  return { item: { bank, entry, content, file: fileName, line }, problems: [] };
}

/** The last check before an item may be stored: both halves fit their schemas, and the key's own response gains every point. */
function contentFaults({ body, key, points }: ItemContent): string[] {
  const schemas = [itemBodySchema.safeParse(body), responseRuleSchema.safeParse(key.rule)];
  const rubric = rubricSchema.optional().safeParse(key.rubric);
  const issues = [...schemas, rubric].flatMap((result) => (result.success ? [] : result.error.issues));
  if (issues.length > 0) return issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
  return keyGainsAll(key.rule, points) ? [] : ['the key itself would not gain all points'];
}
