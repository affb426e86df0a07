import type { Block } from '../parse/block';
import { FACT } from './fact-list';

/** A heading as a document is read for it. */
export interface Heading {
  readonly title: string;
  readonly level: number;
}

/** The heading that a block is; undefined for every other block. */
export function headingOf(block: Block): Heading | undefined {
  if (block.kind !== 'heading') return undefined;
  if (block.outline) return block.outline.heading;
  const at = block.facts.findIndex((fact) => fact.key === FACT.heading);
  const level = block.facts.find((fact) => fact.parent === at && fact.key === FACT.level)?.value;
  return at < 0 ? undefined : { title: block.facts[at]?.value ?? '', level: Number(level ?? 1) };
}
