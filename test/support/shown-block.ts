import type { PlacedBlock } from '../../engine/facts/markdown-facts';
import { findFrontMatter } from '../../engine/parse/front-matter';

/** A block so that it can be compared: facts with their places in the file, the text without what ends its last line. */
export function shown({ block, offset }: PlacedBlock, start: number): object {
  const { kind, text, facts, spans, problems } = block;
  return {
    kind,
    start: start + offset,
    text: text.trimEnd(),
    facts: facts.map((fact, index) => [
      fact.parent,
      fact.key,
      fact.value,
      ...[...spans.slice(4 * index, 4 * index + 4)].map((at) => at + start + offset),
    ]),
    problems,
  };
}

/** The Markdown of a text, without its front matter. */
export function bodyOf(text: string): string {
  return text.slice(findFrontMatter(text)?.bodyStart ?? 0);
}
