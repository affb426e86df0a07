import type { Block } from '../parse/block';

/** Early cut-off: equal facts in equal blocks mean that nothing but positions changed. */
export function sameFacts(a: readonly Block[], b: readonly Block[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((block, index) => {
    const other = b[index];
    if (block === other) return true;
    return other !== undefined && block.kind === other.kind && block.context === other.context && saySame(block, other);
  });
}

/** True where two blocks have the same facts, wherever these stand. */
export function saySame(block: Block, other: Block): boolean {
  if (block.facts.length !== other.facts.length) return false;
  return block.facts.every((fact, at) => {
    const twin = other.facts[at];
    return twin !== undefined && fact.parent === twin.parent && fact.key === twin.key && fact.value === twin.value;
  });
}
