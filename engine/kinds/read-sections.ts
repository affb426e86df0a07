import { FACT } from '../facts/fact-list';
import { isPlaceholder } from '../facts/placeholder';
import type { ParsedDocument } from '../parse/block';
import type { SectionDefinition } from './kind';
import { normalName } from './normal-name';
import type { Place, Section } from './record';
import { headingSlug } from './slug';

/** What the Markdown of a document holds beside its rows. */
export interface Prose {
  readonly sections: readonly Section[];
  readonly links: readonly Place[];
  readonly undefinedLabels: readonly Place[];
  readonly mentions: readonly Place[];
  readonly placeholders: readonly Place[];
  readonly comments: readonly Place[];
  readonly phrases: ReadonlySet<string>;
}

/** Collects headings with what stands under them, links, mentions, placeholders and comments. */
export function readProse(parsed: ParsedDocument, expected: readonly SectionDefinition[]): Prose {
  const open: {
    title: string;
    level: number;
    slug: string;
    block: number;
    fact: number;
    end: number;
    filled: boolean;
    placeholder: boolean;
    enumerates: boolean;
  }[] = [];
  const links: Place[] = [];
  const labels: Place[] = [];
  const mentions: Place[] = [];
  const placeholders: Place[] = [];
  const comments: Place[] = [];
  const phrases = new Set<string>();
  const slugs = new Map<string, number>();
  const active = new Map<number, (typeof open)[number]>();
  parsed.blocks.forEach((block, index) => {
    const marked = block.isData ? [] : block.facts;
    marked.forEach((fact, factIndex) => {
      const place = { value: fact.value ?? '', block: index, fact: factIndex };
      const current = [...active.values()];
      switch (fact.key) {
        case FACT.heading: {
          const level = Number(
            block.facts.find((other) => other.parent === factIndex && other.key === FACT.level)?.value ?? 1,
          );
          for (const other of [...active.keys()]) {
            if (other < level) continue;
            const section = active.get(other);
            if (section) section.end = index;
            active.delete(other);
          }
          const section = {
            title: place.value,
            level,
            slug: headingSlug(place.value, slugs),
            block: index,
            fact: factIndex,
            end: parsed.blocks.length,
            filled: false,
            placeholder: false,
            enumerates: false,
          };
          open.push(section);
          active.set(level, section);
          break;
        }
        case FACT.content:
          for (const section of current) {
            if (place.value === 'filled') section.filled = true;
            if (place.value === 'placeholder') section.placeholder = true;
          }
          break;
        case FACT.items:
          for (const section of current) section.enumerates = true;
          break;
        case FACT.link:
          // `[text][label]` leads where its definition leads: one link, reported there.
          if (!isLabelled(block.spans, factIndex)) links.push(place);
          break;
        case FACT.label:
          labels.push(place);
          break;
        case FACT.mention:
          mentions.push(place);
          break;
        case FACT.placeholder:
          placeholders.push(place);
          break;
        case FACT.comment:
          comments.push(place);
          break;
        case FACT.phrase:
          phrases.add(place.value);
          break;
      }
    });
    if (block.kind === 'table-row') {
      const cells = block.facts.map((fact) => (fact.parent === -1 ? (fact.value ?? '') : ''));
      const says = rowSays(cells);
      const asks = !says && cells.some(isPlaceholder);
      for (const section of active.values()) {
        if (says) section.filled = section.enumerates = true;
        if (asks) section.placeholder = true;
      }
    }
  });
  const sections = open.map((section): Section => {
    const { title, level, slug, block, fact, end, enumerates } = section;
    const content = section.filled ? 'filled' : section.placeholder ? 'placeholder' : 'empty';
    return { title, level, slug, block, fact, endBlock: end, expected: undefined, content, enumerates };
  });
  const undefinedLabels = withoutDefined(labels, parsed);
  return {
    sections: matchSections(sections, expected),
    links,
    undefinedLabels,
    mentions,
    placeholders,
    comments,
    phrases,
  };
}

/** A definition that stands in a quotation or goes over two lines is found by the reader of its own part only. */
function withoutDefined(labels: readonly Place[], parsed: ParsedDocument): readonly Place[] {
  if (labels.length === 0) return labels;
  const defined = parsed.blocks.flatMap((block) =>
    block.facts.some((fact) => fact.key === FACT.link)
      ? [...block.text.matchAll(/\[([^[\]\n]+)\]:/g)].map((match) => normalName(match[1] ?? ''))
      : [],
  );
  return labels.filter(({ value }) => !defined.includes(normalName(value)));
}

function isLabelled(spans: Int32Array, fact: number): boolean {
  return spans[4 * fact] === spans[4 * fact + 2] && spans[4 * fact + 1] === spans[4 * fact + 3];
}

function rowSays(cells: readonly string[]): boolean {
  return (
    cells.filter(
      (cell) =>
        cell.trim() !== '' &&
        !/^[-–—]$/.test(cell.trim()) &&
        !/^(?:\{\{.*\}\}|\[[^\]]*\]|_{3,}|TBD)$/.test(cell.trim()),
    ).length >= 2
  );
}

/** Says which heading is which expected section: an equal title first, then one that contains a synonym; each once. */
function matchSections(sections: readonly Section[], expected: readonly SectionDefinition[]): Section[] {
  const taken = new Map<Section, string>();
  const candidates = sections.filter((section) => section.level > 1);
  const clean = (title: string) =>
    normalName(title.replace(/^\s*(?:(?:section|part|abschnitt|teil)\s+)?\d+(?:\.\d+)*[.):]?\s+/i, ''));
  const names = new Map(candidates.map((section) => [section, clean(section.title)]));
  for (const exact of [true, false]) {
    for (const definition of expected) {
      if ([...taken.values()].includes(definition.id)) continue;
      const words = [definition.title, ...definition.synonyms].map(normalName);
      const found = candidates.find((section) => {
        if (taken.has(section)) return false;
        const name = names.get(section) ?? '';
        return exact ? words.includes(name) : words.some((word) => word.length >= 4 && name.includes(word));
      });
      if (found) taken.set(found, definition.id);
    }
  }
  return sections.map((section) => ({ ...section, expected: taken.get(section) }));
}
