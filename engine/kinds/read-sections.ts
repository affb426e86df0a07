import { FACT } from '../facts/fact-list';
import { type Heading, headingOf } from '../facts/heading';
import { isPlaceholder } from '../facts/placeholder';
import type { Block, Fact, Outline, ParsedDocument } from '../parse/block';
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
interface OpenSection extends Heading {
  readonly slug: string;
  readonly block: number;
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
  let phrases: Set<string> | undefined;
  const slugs = new Map<string, number>();
  const startSection = ({ title, level }: Heading, index: number): void => {
    open.forEach((section) => {
      if (section.level >= level) section.end = index;
    });
    const section = {
      title,
      level,
      slug: headingSlug(title, slugs),
      block: index,
      end: parsed.blocks.length,
      filled: false,
      placeholder: false,
      enumerates: false,
    };
    open = open.filter((other) => other.level < level);
    open.push(section);
    sections.push(section);
  };
  const noteFact = ({ key, value }: Fact, block: number, fact: number, spans: Block['spans']): void => {
    const place = { value: value ?? '', block, fact };
    switch (key) {
      case FACT.content:
        open.forEach((section) => {
          if (value === 'filled') section.filled = true;
          if (value === 'placeholder') section.placeholder = true;
        });
        break;
      case FACT.items:
        open.forEach((section) => {
          section.enumerates = true;
        });
        break;
      case FACT.link:
        // `[text][label]` leads where its definition leads: one link, reported there.
        if (!isLabelled(spans, fact)) links.push(place);
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
        phrases ??= new Set();
        phrases.add(place.value);
        break;
    }
  };
  parsed.blocks.forEach((block, index) => {
    if (block.isData && block.kind !== 'table-row') return;
    const { outline } = block;
    const heading = headingOf(block);
    if (heading) startSection(heading, index);
    if (block.kind === 'table-row') noteRow(block, open);
    if (!outline) {
      if (block.isData) return;
      block.facts.forEach((fact, at) => {
        noteFact(fact, index, at, block.spans);
      });
      return;
    }
    const { found, isList } = outline;
    for (let at = 0; at < found.length; at++) {
      const { key, value, fact } = found[at] as Outline['found'][number];
      (key === FACT.link ? links : mentions).push({ value, block: index, fact });
    }
    if (heading) return;
    for (let at = 0; at < open.length; at++) {
      const section = open[at] as OpenSection;
      section.filled = true;
      if (isList) section.enumerates = true;
    }
  });
  const undefinedLabels = withoutDefined(labels, parsed);
  const meant = matchSections(sections, expected, reader);
  return {
    sections: sections.map((section) => finished(section, meant.get(section))),
    links,
    undefinedLabels,
    mentions,
    placeholders,
    comments,
    phrases: phrases ?? NO_PHRASES,
  };
}

const NO_PHRASES: ReadonlySet<string> = new Set();

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
  const { title, level, slug, block, end, enumerates, filled, placeholder } = section;
  const content = filled ? 'filled' : placeholder ? 'placeholder' : 'empty';
  return { title, level, slug, block, fact: 0, endBlock: end, expected, content, enumerates };
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
