import schema from '../../../schemas/aims.schema.json';
import { compileGlob } from '../../configuration/glob';
import { readDate } from '../../kinds/dates';
import type { Block } from '../../parse/block';
import type { SnapshotText } from '../../workspace/snapshot';
import type { WorkspaceView } from '../../workspace/workspace-view';
import type { Meaning, Thing } from './thing';
import { keySpan, valueSpan } from './token';

interface Schema {
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
}

/** What a severity in `rules:` means. */
const SEVERITY_MEANINGS: Readonly<Record<string, string>> = {
  error: 'Something is missing or contradicts itself. A check of the folder fails.',
  warning: 'Something is doubtful or will not hold.',
  information: 'Worth knowing; nothing has to be done.',
  hint: 'A suggestion, shown faintly.',
  off: 'The rule is not run.',
};

/** Everything in one block of `aims.yaml`, or of the baseline, whose entries say rule and day in the same words. */
export function configurationThings(view: WorkspaceView, text: SnapshotText, index: number): Thing[] {
  const block = text.parsed.blocks[index];
  if (!block) return [];
  const offset = text.parsed.starts[index] ?? 0;
  const things: Thing[] = [];
  const add = (meaning: Meaning | undefined, start: number, end: number): void => {
    if (meaning && end > start) things.push({ meaning, span: { start: offset + start, end: offset + end } });
  };
  block.facts.forEach((fact, at) => {
    if (typeof fact.key === 'string' && fact.key.startsWith('#')) return;
    const keys = keysOf(block, at);
    if (typeof fact.key === 'string') {
      const { start, end } = keySpan(block, at);
      add(keyMeaning(view, keys), start, end);
    }
    if (fact.value === null || fact.value === '') return;
    const { start, end } = valueSpan(block, at);
    add(valueMeaning(view, keys, fact.value), start, end);
  });
  return things;
}

/** The keys that lead to a fact; an item of a top-level list is a block of its own, below the list's key. */
function keysOf(block: Block, fact: number): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at = fact; at >= 0; at = block.facts[at]?.parent ?? -1) keys.unshift(block.facts[at]?.key ?? '');
  return block.kind === 'item' ? [block.context, ...keys] : keys;
}

function schemaOf(keys: readonly (string | number)[]): Schema | undefined {
  let at: Schema | undefined = schema as Schema;
  for (const key of keys) {
    if (typeof key === 'number') at = at?.items ?? at;
    else {
      const more: boolean | Schema | undefined = at?.additionalProperties;
      at = at?.properties?.[key] ?? (typeof more === 'object' ? more : undefined);
    }
  }
  return at;
}

function keyMeaning(view: WorkspaceView, keys: readonly (string | number)[]): Meaning | undefined {
  const name = String(keys.at(-1));
  if (keys[0] === 'rules' && keys.length === 2) return view.ruleIds.has(name) ? { is: 'rule', rule: name } : undefined;
  if ((keys[0] === 'documents' || keys[0] === 'review') && keys.length === 2) {
    const kind = view.kinds.find((other) => other.kind === name);
    if (kind) return { is: 'kind', kind };
    const help = REVIEW_HELP[name];
    return help === undefined ? undefined : { is: 'setting', name, help, values: [] };
  }
  if (keys[0] === 'as_of' && keys.length === 2) return { is: 'framework', id: name };
  const found = schemaOf(keys);
  const values = found?.enum ?? found?.items?.enum ?? [];
  return found?.description === undefined ? undefined : { is: 'setting', name, help: found.description, values };
}

const REVIEW_HELP: Readonly<Record<string, string>> = {
  risk: 'How often each risk is looked at again. Without it: every six months (P6M).',
  evidence: 'How long evidence stays current, counted from its date. Without it: twelve months (P12M).',
  warn_before: 'How early a review that comes due is announced. Without it: 30 days (P30D).',
};

function valueMeaning(view: WorkspaceView, keys: readonly (string | number)[], value: string): Meaning | undefined {
  const [first] = keys;
  const last = keys.at(-1);
  const file = (path: string, fragment: string): Meaning | undefined => {
    const document = view.document(path);
    const row = fragment === '' ? undefined : document?.rows.find((other) => other.id === fragment);
    return view.paths.has(path) ? { is: 'path', path, fragment, document, row } : undefined;
  };
  if (first === 'rules') {
    const help = SEVERITY_MEANINGS[value];
    return help === undefined ? undefined : { is: 'setting', name: value, help, values: [] };
  }
  if (first === 'frameworks') return { is: 'framework', id: value };
  if (first === 'roles') {
    const field = view.kinds
      .find((kind) => kind.kind === 'ai-system')
      ?.metadata.find((definition) => definition.name === 'roles');
    return field && { is: 'value', field, value, text: value };
  }
  if (first === 'documents') return file(value, '') ?? globMeaning(view, value);
  if (first === 'review') return { is: 'setting', name: value, help: periodWords(value), values: [] };
  if (first === 'as_of') return { is: 'date', field: 'as_of', iso: readDate(value).iso, row: undefined };
  if (first !== 'exceptions' && first !== 'findings') return undefined;
  if (last === 'rule') return view.ruleIds.has(value) ? { is: 'rule', rule: value } : undefined;
  if (last === 'until') return { is: 'date', field: 'until', iso: readDate(value).iso, row: undefined };
  if (last === 'path') return file(value, '');
  if (last !== 'at') return undefined;
  const hash = value.indexOf('#');
  return file(hash < 0 ? value : value.slice(0, hash), hash < 0 ? '' : value.slice(hash + 1));
}

function globMeaning(view: WorkspaceView, glob: string): Meaning {
  const matches = compileGlob(glob);
  const count = view.documents.filter(({ path }) => matches(path)).length;
  const help = count === 0 ? 'No document has such a path.' : count === 1 ? 'One document.' : `${count} documents.`;
  return { is: 'setting', name: glob, help, values: [] };
}

function periodWords(period: string): string {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(period);
  const words = ['years', 'months', 'weeks', 'days'].flatMap((unit, index) => {
    const count = match?.[index + 1];
    return count === undefined ? [] : [`${count} ${Number(count) === 1 ? unit.slice(0, -1) : unit}`];
  });
  return words.length === 0
    ? 'Write a period such as P12M (twelve months) or P30D (thirty days).'
    : `${words.join(', ')}.`;
}
