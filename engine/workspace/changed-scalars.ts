import type { TextView } from '../rules/rule';
import type { Place } from './finding';

/** A value that YAML turns into something else than what stands there. */
export interface ChangedScalar {
  readonly at: Place;
  readonly written: string;
  /** What other programs make of it. */
  readonly read: string;
}

/** Values of `version`, `id` and `language` without quotes that a YAML reader changes: `1.10`, `007`, `no`. */
export function changedScalars(view: TextView): readonly ChangedScalar[] {
  const { parsed, path } = view;
  const found: ChangedScalar[] = [];
  parsed.blocks.forEach((block, index) => {
    if (block.kind !== 'entry' && block.kind !== 'item' && block.kind !== 'yaml') return;
    block.facts.forEach((fact, at) => {
      if (typeof fact.key !== 'string' || fact.value === null) return;
      const read = readingOf(fact.key.toLowerCase(), fact.value);
      const [start = 0, end = 0] = block.spans.slice(4 * at + 2, 4 * at + 4);
      // A span that begins with a quote is a text whatever stands in it.
      if (read === undefined || block.text.slice(start, end).trimEnd() !== fact.value) return;
      found.push({ at: { on: 'fact', path, block: index, fact: at }, written: fact.value, read });
    });
  });
  return found;
}

function readingOf(key: string, value: string): string | undefined {
  if (key === 'version' && /^\d+\.\d*0$/.test(value)) return String(Number(value));
  if (key === 'id' && /^0\d+$/.test(value)) return String(Number(value));
  if ((key === 'language' || key === 'lang') && /^no$/i.test(value)) return 'false';
  return undefined;
}
