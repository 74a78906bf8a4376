import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';

/** What is wrong in a content file, and where. `line` counts from 1. */
export interface ContentProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

type Path = readonly PropertyKey[];

/** A YAML 1.2 file of `question-banks/`, which can say in which line each of its values stands. */
export class ContentFile {
  private constructor(
    readonly name: string,
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
    private readonly firstLine: number,
  ) {}

  /** Reads `text`, which begins at line `firstLine` of the file `name`. Mistakes of syntax become `problems`; nothing throws. */
  static parse(name: string, text: string, firstLine = 1): ContentFile {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
    return new ContentFile(name, document, lines, firstLine);
  }

  /** The first mistake of syntax; those behind it are mostly its echoes. */
  get problems(): ContentProblem[] {
    return this.document.errors
      .slice(0, 1)
      .map(({ pos, message }) => this.problemAt(this.lines.linePos(pos[0]).line, message));
  }

  /** The value at `path`; undefined where there is none. Throws when aliases would unfold without end. */
  at(path: Path = []): unknown {
    const node: unknown = path.length === 0 ? this.document.contents : this.document.getIn(path, true);
    return isNode(node) ? node.toJS(this.document, { maxAliasCount: 20 }) : node;
  }

  /** The value at `path` as the schema has it, or the problems with their lines. */
  read<Schema extends z.ZodType>(
    schema: Schema,
    path: Path = [],
  ): { ok: true; value: z.infer<Schema> } | { ok: false; problems: ContentProblem[] } {
    let value: unknown;
    try {
      value = this.at(path);
    } catch (error) {
      return { ok: false, problems: [this.problem(path, (error as Error).message)] };
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) return { ok: true, value: parsed.data };
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => this.problem([...path, ...issue.path], withPlace(issue))),
    };
  }

  problem(path: Path, message: string): ContentProblem {
    return this.problemAt(this.lineIn(path), message);
  }

  private problemAt(lineInText: number, message: string): ContentProblem {
    return { file: this.name, line: lineInText + this.firstLine - 1, message };
  }

  /** The line of the deepest value on the way to `path` that exists. */
  private lineIn(path: Path): number {
    let node: unknown = this.document.contents;
    let offset = startOf(node) ?? 0;
    for (const step of path) {
      const next = child(node, step);
      if (next === null) break;
      node = next.value;
      offset = startOf(next.place) ?? offset;
    }
    return this.lines.linePos(offset).line;
  }
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

/** The value one step down, and the node at whose place it begins; null when there is none. */
function child(node: unknown, step: PropertyKey): { value: unknown; place: unknown } | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
    return pair === undefined ? null : { value: pair.value, place: pair.key };
  }
  if (!isSeq(node) || typeof step !== 'number' || node.items[step] === undefined) return null;
  return { value: node.items[step], place: node.items[step] };
}

function withPlace(issue: z.core.$ZodIssue): string {
  const place = issue.path.map(String).join('.');
  return place === '' ? issue.message : `${place}: ${issue.message}`;
}

/** The YAML files directly in `folder`, and in the folders below it, in the order of their names. Empty when there is no such folder. */
export function yamlFilesIn(folder: string, root = folder): { name: string; text: string }[] {
  return entriesOf(folder)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return yamlFilesIn(path, root);
      return /\.ya?ml$/.test(entry.name) ? [{ name: relative(root, path), text: readFileSync(path, 'utf8') }] : [];
    });
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
