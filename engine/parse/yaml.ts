import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Problem } from './block';

/** A YAML value as a light tree. Offsets are relative to the parsed text. */
export interface YamlNode {
  readonly start: number;
  readonly end: number;
  /** The text of a scalar as written (plain `1.10` stays so); null for a map or a list. */
  readonly value: string | null;
  readonly entries: readonly YamlEntry[];
  readonly type: 'scalar' | 'map' | 'list';
  /** True for a list in brackets, where that is known. */
  readonly isFlow?: true;
}

/** A key of a map, or an index of a list, with its value. */
export interface YamlEntry {
  readonly key: string | number;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly node: YamlNode;
}

const MAX_DEPTH = 40;
/** Most values that aliases may repeat in one text: a few lines of them can stand for millions. */
const MAX_REPEATED = 10_000;
/** Parses one piece. Never throws: what cannot be read is a problem. */
export function parseYaml(text: string): { root: YamlNode | undefined; problems: Problem[] } {
  const walk: Walk = { repeated: 0, at: 0 };
  try {
    const document = parseDocument(text, { prettyErrors: false, lineCounter: new LineCounter(), logLevel: 'silent' });
    const problems: Problem[] = document.errors.map((error) => ({
      code: error.code === 'DUPLICATE_KEY' ? ('duplicate-key' as const) : ('yaml' as const),
      start: Math.min(error.pos[0], text.length),
      end: Math.min(Math.max(error.pos[1], error.pos[0]), text.length),
      detail: error.message,
      hides: true,
    }));
    if (problems.some((problem) => problem.code === 'yaml')) return { root: undefined, problems: problems.slice(0, 1) };
    const root = document.contents ? lighten(document.contents as Node, document, 0, walk, false) : undefined;
    return { root, problems: problems.slice(0, 1) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { root: undefined, problems: [{ code: 'yaml', start: walk.at, end: text.length, detail, hides: true }] };
  }
}

/** Where the walk through a tree is, and how much of it aliases have repeated. */
interface Walk {
  repeated: number;
  at: number;
}

function lighten(
  given: Node | null,
  document: ReturnType<typeof parseDocument>,
  depth: number,
  walk: Walk,
  inAlias: boolean,
): YamlNode {
  const alias = isAlias(given);
  if (!inAlias) walk.at = given?.range?.[0] ?? walk.at;
  if (depth > MAX_DEPTH) throw new Error(`nested more than ${MAX_DEPTH} deep`);
  const repeats = inAlias || alias;
  if (repeats && ++walk.repeated > MAX_REPEATED) throw new Error(`references repeat more than ${MAX_REPEATED} values`);
  const node = alias ? given.resolve(document) : given;
  if (node === undefined) throw new Error(`Unresolved alias ${isAlias(given) ? given.source : ''}`);
  const range = given?.range ?? [0, 0, 0];
  const [start, end] = [range[0], range[1]];
  if (isMap(node)) {
    const entries: YamlEntry[] = [];
    for (const pair of node.items) {
      const key = pair.key as Node | null;
      const keyStart = key?.range?.[0] ?? start;
      const keyEnd = key?.range?.[1] ?? keyStart;
      const value = pair.value as Node | null;
      const child = value
        ? lighten(value, document, depth + 1, walk, repeats)
        : { start: keyEnd + 1, end: keyEnd + 1, value: '', entries: [], type: 'scalar' as const };
      entries.push({ key: isScalar(key) ? String(key.value) : '', keyStart, keyEnd, node: child });
    }
    return { start, end, value: null, entries, type: 'map' };
  }
  if (isSeq(node)) {
    const entries = node.items.map((item, index) => {
      const child = lighten(item as Node | null, document, depth + 1, walk, repeats);
      return { key: index, keyStart: child.start, keyEnd: child.start, node: child };
    });
    return { start, end, value: null, entries, type: 'list' };
  }
  return { start, end, value: isScalar(node) ? scalarText(node) : '', entries: [], type: 'scalar' };
}

function scalarText(node: { value: unknown; source?: string | undefined; type?: string | undefined }): string {
  if (node.value === null) return node.source === '~' || node.source === 'null' ? '' : (node.source ?? '');
  if (typeof node.value === 'string') return node.value;
  return node.source ?? String(node.value);
}
