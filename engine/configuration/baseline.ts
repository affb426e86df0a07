import { readDate } from '../kinds/dates';
import type { Block, ParsedDocument } from '../parse/block';

/** The file beside `aims.yaml` with the findings a team accepted when it adopted the checks. */
export const BASELINE_FILE = 'aims-baseline.yaml';

/** The parts of an entry, in the order they are written. */
const BASELINE_KEYS = ['rule', 'path', 'where', 'reason', 'until'] as const;

/** A finding that was accepted: by rule, file and lasting place, never by a line. */
export interface BaselineEntry {
  readonly rule: string;
  readonly path: string;
  readonly where: string;
  /** As written; a placeholder is still one here. */
  readonly reason: string;
  /** ISO date, inclusive; empty where it never ends. */
  readonly until: string;
  /** Where it stands in the file. */
  readonly block: number;
  readonly fact: number;
}

/** Something in the file that cannot be used. */
export interface BaselineProblem {
  readonly block: number;
  /** -1 for the file as a whole. */
  readonly fact: number;
  readonly message:
    | 'not-a-map'
    | 'not-a-list'
    | 'not-an-entry'
    | 'unknown-list'
    | 'unknown-key'
    | 'incomplete'
    | 'wrong-value'
    | 'bad-date';
  readonly detail: string;
}

/** What a baseline says. */
export interface Baseline {
  readonly entries: readonly BaselineEntry[];
  readonly problems: readonly BaselineProblem[];
}

/** Reads a baseline. An entry with something wrong in it is a problem and does not count; all others do. */
export function readBaseline(parsed: ParsedDocument): Baseline {
  const entries: BaselineEntry[] = [];
  const problems: BaselineProblem[] = [];
  const whole = parsed.blocks.findIndex((block) => isNoMap(block));
  if (whole >= 0) {
    const fact = parsed.blocks[whole]?.facts.findIndex(isReal) ?? -1;
    return { entries, problems: [{ block: whole, fact, message: 'not-a-map', detail: '' }] };
  }
  parsed.blocks.forEach((block, index) => {
    const read = (fact: number): void => readEntry(block, index, fact, entries, problems);
    block.facts.forEach((fact, at) => {
      if (fact.parent >= 0 || !isReal(fact)) return;
      const name = block.kind === 'item' ? block.context : String(fact.key);
      if (name !== 'findings') {
        // A list below a key that is not ours was said at the key.
        if (block.kind !== 'item')
          problems.push({ block: index, fact: at, message: 'unknown-list', detail: String(fact.key) });
      } else if (block.kind === 'item') read(at);
      else if (fact.value === null) {
        const items = childrenOf(block, at);
        if (items.some((item) => typeof block.facts[item]?.key !== 'number'))
          problems.push({ block: index, fact: at, message: 'not-a-list', detail: '' });
        else for (const item of items) read(item);
      } else if (fact.value !== '') problems.push({ block: index, fact: at, message: 'not-a-list', detail: '' });
    });
  });
  return { entries, problems };
}

function readEntry(
  block: Block,
  index: number,
  at: number,
  entries: BaselineEntry[],
  problems: BaselineProblem[],
): void {
  const own: BaselineProblem[] = [];
  const problem = (fact: number, message: BaselineProblem['message'], detail = ''): void => {
    own.push({ block: index, fact, message, detail });
  };
  const texts = new Map<string, string>();
  const children = childrenOf(block, at);
  if (children.length === 0 || children.some((child) => typeof block.facts[child]?.key === 'number'))
    problem(at, 'not-an-entry');
  else {
    for (const child of children) {
      const { key = '', value = null } = block.facts[child] ?? {};
      const name = String(key);
      if (!(BASELINE_KEYS as readonly string[]).includes(name)) problem(child, 'unknown-key', name);
      else if (value === null) problem(child, 'wrong-value', name);
      else if (name === 'until' && value !== '' && !isDay(value)) problem(child, 'bad-date', value);
      else texts.set(name, value);
    }
  }
  const text = (key: string): string => texts.get(key) ?? '';
  const missing = ['rule', 'path'].filter((key) => text(key) === '');
  if (own.length === 0 && missing.length > 0) problem(at, 'incomplete', missing.join(' and '));
  problems.push(...own);
  if (own.length > 0) return;
  const [rule, path, where, reason, until] = BASELINE_KEYS.map(text) as [string, string, string, string, string];
  entries.push({ rule, path, where, reason, until, block: index, fact: at });
}

function childrenOf(block: Block, fact: number): number[] {
  return block.facts.flatMap((other, index) => (other.parent === fact && isReal(other) ? [index] : []));
}

/** Comments and the like are facts, too. */
function isReal({ key }: { readonly key: string | number }): boolean {
  return typeof key === 'number' || !key.startsWith('#');
}

/** True for a list or a sentence where keys should stand; comments alone are an empty file. */
function isNoMap(block: Block): boolean {
  if (block.problems.length > 0) return false;
  if (block.kind === 'item') return block.context === '';
  const top = block.facts.filter((fact) => fact.parent < 0 && isReal(fact));
  if (top.length > 0) return top.some((fact) => typeof fact.key === 'number');
  return block.text.replace(/^[ \t]*(?:#.*|---.*|\.\.\.|%.*)$/gm, '').trim() !== '';
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && readDate(text).iso === text;
}
