import type { Block } from '../parse/block';
import type { TextView } from '../rules/rule';
import type { Place } from './finding';

/** A value that YAML turns into something else than what stands there. */
export interface ChangedScalar {
  readonly at: Place;
  readonly written: string;
  /** What other programs make of it. */
  readonly read: string;
}

/** Keys under which ids stand. */
const IDS = /^(?:ids?|risks?|systems?|models?|datasets?|suppliers?|supersedes|audit)$/;
/** Keys under which a word or a name stands, never yes or no. `NO` is also a country and a language. */
const WORDS =
  /^(?:lang|language|id|name|title|owner|holder|role|deployed_?in|deployed-in|countr(?:y|ies)|markets?|regions?|locations?)$/;

/** What may be read otherwise at all. */
const MAYBE = /^(?:\d|no$|off$|yes$|on$)/i;

/** Values without quotes that a YAML reader changes where something else is meant: version `1.10`, id `007`, country `NO`. */
export function changedScalars(view: TextView): readonly ChangedScalar[] {
  const { parsed, path } = view;
  const found: ChangedScalar[] = [];
  parsed.blocks.forEach((block, index) => {
    if (block.kind !== 'entry' && block.kind !== 'item' && block.kind !== 'yaml') return;
    block.facts.forEach((fact, at) => {
      if (fact.value === null || !MAYBE.test(fact.value)) return;
      const read = readingOf(keyOf(block, at), fact.value);
      if (read === undefined) return;
      const [start = 0, end = 0] = block.spans.slice(4 * at + 2, 4 * at + 4);
      // A span that begins with a quote is a text whatever stands in it.
      if (block.text.slice(start, end).trimEnd() !== fact.value) return;
      found.push({ at: { on: 'fact', path, block: index, fact: at }, written: fact.value, read });
    });
  });
  return found;
}

function readingOf(key: string, value: string): string | undefined {
  if (key === 'version' && /^\d+\.\d*0$/.test(value)) return String(Number(value));
  if (IDS.test(key) && /^0\d+$/.test(value)) return String(Number(value));
  if (!WORDS.test(key)) return undefined;
  if (/^(?:no|off)$/i.test(value)) return 'false';
  return /^(?:yes|on)$/i.test(value) ? 'true' : undefined;
}

/** The key of a value; in a list that of the list. */
function keyOf(block: Block, at: number): string {
  let fact = block.facts[at];
  while (typeof fact?.key === 'number') fact = block.facts[fact.parent];
  return fact?.key.toLowerCase() ?? '';
}
