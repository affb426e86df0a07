import { FACT } from '../facts/fact-list';
import { isPlaceholder } from '../facts/placeholder';
import type { Block, Fact, ParsedDocument } from '../parse/block';
import type { FieldReader } from './field-reader';
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

/** A section while it is read. */
interface OpenSection {
  readonly title: string;
  readonly level: number;
  readonly slug: string;
  readonly block: number;
  readonly fact: number;
  end: number;
  filled: boolean;
  placeholder: boolean;
  enumerates: boolean;
}

/** Collects headings with what stands under them, links, mentions, placeholders and comments. */
export function readProse(parsed: ParsedDocument, expected: readonly SectionDefinition[], reader: FieldReader): Prose {
  const sections: OpenSection[] = [];
  /** Those that a block stands in, the outermost first. */
  let open: OpenSection[] = [];
  const links: Place[] = [];
  const labels: Place[] = [];
  const mentions: Place[] = [];
  const placeholders: Place[] = [];
  const comments: Place[] = [];
  const phrases = new Set<string>();
  const slugs = new Map<string, number>();
  for (let index = 0; index < parsed.blocks.length; index++) {
    const block = parsed.blocks[index] as Block;
    if (block.kind === 'table-row') noteRow(block, open);
    if (block.isData) continue;
    for (let factIndex = 0; factIndex < block.facts.length; factIndex++) {
      const { key, value } = block.facts[factIndex] as Fact;
      if (typeof key !== 'string' || key.charCodeAt(0) !== HASH) continue;
      const text = value ?? '';
      switch (key) {
        case FACT.heading: {
          const level = Number(
            block.facts.find((other) => other.parent === factIndex && other.key === FACT.level)?.value ?? 1,
          );
          open.forEach((section) => {
            if (section.level >= level) section.end = index;
          });
          const section = {
            title: text,
            level,
            slug: headingSlug(text, slugs),
            block: index,
            fact: factIndex,
            end: parsed.blocks.length,
            filled: false,
            placeholder: false,
            enumerates: false,
          };
          open = [...open.filter((other) => other.level < level), section];
          sections.push(section);
          break;
        }
        case FACT.content:
          open.forEach((section) => {
            if (text === 'filled') section.filled = true;
            if (text === 'placeholder') section.placeholder = true;
          });
          break;
        case FACT.items:
          open.forEach((section) => {
            section.enumerates = true;
          });
          break;
        case FACT.link:
          // `[text][label]` leads where its definition leads: one link, reported there.
          if (!isLabelled(block.spans, factIndex)) links.push({ value: text, block: index, fact: factIndex });
          break;
        case FACT.label:
          labels.push({ value: text, block: index, fact: factIndex });
          break;
        case FACT.mention:
          mentions.push({ value: text, block: index, fact: factIndex });
          break;
        case FACT.placeholder:
          placeholders.push({ value: text, block: index, fact: factIndex });
          break;
        case FACT.comment:
          comments.push({ value: text, block: index, fact: factIndex });
          break;
        case FACT.phrase:
          phrases.add(text);
          break;
      }
    }
  }
  const undefinedLabels = withoutDefined(labels, parsed);
  const meant = matchSections(sections, expected, reader);
  return {
    sections: sections.map((section) => finished(section, meant.get(section))),
    links,
    undefinedLabels,
    mentions,
    placeholders,
    comments,
    phrases,
  };
}

const HASH = 35;

/** What a row of a table says for the sections it stands in. */
function noteRow(block: Block, open: readonly OpenSection[]): void {
  const cells = block.facts.map((fact) => (fact.parent === -1 ? (fact.value ?? '') : ''));
  const says = rowSays(cells);
  const asks = !says && cells.some(isPlaceholder);
  for (const section of open) {
    if (says) section.filled = section.enumerates = true;
    if (asks) section.placeholder = true;
  }
}

function finished(section: OpenSection, expected: string | undefined): Section {
  const { title, level, slug, block, fact, end, enumerates, filled, placeholder } = section;
  const content = filled ? 'filled' : placeholder ? 'placeholder' : 'empty';
  return { title, level, slug, block, fact, endBlock: end, expected, content, enumerates };
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

function isLabelled(spans: readonly number[], fact: number): boolean {
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
function matchSections(
  sections: readonly OpenSection[],
  expected: readonly SectionDefinition[],
  reader: FieldReader,
): ReadonlyMap<OpenSection, string> {
  const taken = new Map<OpenSection, string>();
  if (expected.length === 0) return taken;
  const candidates = sections.filter((section) => section.level > 1);
  const clean = (title: string) =>
    normalName(title.replace(/^\s*(?:(?:section|part|abschnitt|teil)\s+)?\d+(?:\.\d+)*[.):]?\s+/i, ''));
  const names = new Map(candidates.map((section) => [section, clean(section.title)]));
  for (const exact of [true, false]) {
    for (const definition of expected) {
      if ([...taken.values()].includes(definition.id)) continue;
      const words = reader.sectionNames(definition);
      const found = candidates.find((section) => {
        if (taken.has(section)) return false;
        const name = names.get(section) ?? '';
        return exact ? words.includes(name) : words.some((word) => word.length >= 4 && name.includes(word));
      });
      if (found) taken.set(found, definition.id);
    }
  }
  return taken;
}
