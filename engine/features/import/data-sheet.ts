import { ImportError, MOST_ROWS, type SourceSheet } from './source-sheet';

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rows of JSON or YAML data of another program: the requirement nodes of a library, or the longest list of maps. */
export function dataSheet(data: unknown): SourceSheet {
  const list = libraryNodes(data) ?? longestList(data, 4);
  if (!list || list.length === 0) throw new ImportError('There is no list of entries in this file.');
  if (list.length > MOST_ROWS)
    throw new ImportError(`The file has more than ${MOST_ROWS} entries; take it over in parts.`);
  const flat = list.map((entry) => flattened(entry, '', 2));
  const heads = [...new Set(flat.flatMap((entry) => [...entry.keys()]))];
  const rows = flat.map((entry) => heads.map((head) => entry.get(head) ?? ''));
  return { name: '', rows: [heads, ...rows], days1904: false, remarks: [] };
}

function libraryNodes(data: unknown): readonly Tree[] | undefined {
  if (!isTree(data) || !isTree(data.objects)) return undefined;
  const { framework, frameworks } = data.objects;
  const one = isTree(framework) ? framework : Array.isArray(frameworks) ? frameworks[0] : undefined;
  const nodes = isTree(one) ? one.requirement_nodes : undefined;
  return Array.isArray(nodes) ? nodes.filter(isTree) : undefined;
}

function longestList(value: unknown, depth: number): readonly Tree[] | undefined {
  if (depth === 0) return undefined;
  if (Array.isArray(value)) {
    const maps = value.filter(isTree);
    return maps.length > 0 && maps.length === value.length ? maps : undefined;
  }
  if (!isTree(value)) return undefined;
  return Object.values(value)
    .map((inner) => longestList(inner, depth - 1))
    .reduce((best, list) => ((list?.length ?? 0) > (best?.length ?? 0) ? list : best), undefined);
}

/** An entry with its inner maps as `requirement.ref_id`. Lists of words stay one text, anything deeper is JSON. */
function flattened(entry: Tree, prefix: string, depth: number): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(entry)) {
    const name = `${prefix}${key}`;
    if (isTree(value) && depth > 0) {
      for (const [inner, text] of flattened(value, `${name}.`, depth - 1)) found.set(inner, text);
    } else found.set(name, wordsOf(value));
  }
  return found;
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) return value.map(String).join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
