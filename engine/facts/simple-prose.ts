import type { Block, Fact, Outline, Piece, Problem } from '../parse/block';
import type { PlacedBlock } from './markdown-facts';
import { type Mention, mayMention, mentionsIn } from './mention';
import { anItemMayBePlaceholder, isPlaceholder, mayBePlaceholder } from './placeholder';
import { linkAt } from './plain-inline';
import { plainBlocks } from './plain-markdown';

/** Marks that make prose more than sentences and links. */
const MARKS = /[`*_<>&\\~{}|\r\u2028\u2029]/;
/** A line that starts with a letter, a quotation mark or a parenthesis and does not end in a space. */
const LINE = '[A-Za-z("\'“„«](?:[^\\n]*[^\\s])?';
const LIST = `- ${LINE}(?:\\n- ${LINE})*`;
/** Lines of sentences, then perhaps a list of them after a blank line. */
const FLOW = new RegExp(`^\\n*(${LINE}(?:\\n${LINE})*)(?:\\n\\n+(${LIST}))?\\n*$`);
const ONLY_LIST = new RegExp(`^\\n*(${LIST})\\n*$`);
const NO_PROBLEMS: readonly Problem[] = [];
const NOTHING: Outline['found'] = [];
/** Outlines of paragraphs and lists without a link and an id. */
const PARAGRAPH: Outline = { heading: undefined, isList: false, found: NOTHING };
const LIST_OUTLINE: Outline = { heading: undefined, isList: true, found: NOTHING };

type Found = Outline['found'][number];

/** A block of simple prose. What documents are read for is known at once, its facts are made when somebody asks for them. */
class SimpleBlock implements Block {
  readonly kind: 'heading' | 'paragraph' | 'list';
  readonly text: string;
  readonly outline: Outline;
  /** Made once, of nothing but the text. */
  #whole: Pick<Block, 'facts' | 'spans'> | undefined;

  constructor(kind: 'heading' | 'paragraph' | 'list', text: string, outline: Outline) {
    this.kind = kind;
    this.text = text;
    this.outline = outline;
  }

  get context(): string {
    return '';
  }

  get frontMatter(): boolean {
    return false;
  }

  get problems(): readonly Problem[] {
    return NO_PROBLEMS;
  }

  get isData(): boolean {
    return false;
  }

  get facts(): readonly Fact[] {
    return this.#made.facts;
  }

  get spans(): readonly number[] {
    return this.#made.spans;
  }

  get #made(): Pick<Block, 'facts' | 'spans'> {
    if (!this.#whole) {
      const kind = this.kind === 'heading' ? 'heading' : 'paragraph';
      const piece: Piece = { kind, start: 0, text: this.text, context: '', frontMatter: false };
      // A test holds that what is simple is plain as well.
      this.#whole = plainBlocks(piece, [])?.[0]?.block ?? NO_FACTS;
    }
    return this.#whole;
  }
}

const NO_FACTS: Pick<Block, 'facts' | 'spans'> = { facts: [], spans: [] };

/** Reads a piece of prose that is nothing but sentences, links and ids; undefined where it may be more than that. */
export function simpleBlocks({ text, kind }: Piece): readonly PlacedBlock[] | undefined {
  if (kind === 'heading') return simpleHeading(text);
  // A colon may make a line a label with its value.
  if (kind !== 'paragraph' || text.includes(':') || isMore(text)) return undefined;
  const flow = FLOW.exec(text);
  const paragraph = flow?.[1] ?? '';
  const list = flow ? flow[2] : ONLY_LIST.exec(text)?.[1];
  if (!flow && list === undefined) return undefined;
  const start = text.indexOf(paragraph || '-');
  const first = paragraph === '' ? undefined : simpleParagraph(paragraph);
  if (list === undefined) return first && [{ block: first, offset: start }];
  const second = simpleList(list);
  if (paragraph === '') return second && [{ block: second, offset: start }];
  if (!first || !second) return undefined;
  return [
    { block: first, offset: start },
    { block: second, offset: text.indexOf('-', start + paragraph.length) },
  ];
}

/** True where marks stand in a text, or words that may be something to fill in. */
function isMore(text: string): boolean {
  return MARKS.test(text) || text.includes('TBD') || text.includes('TODO') || text.includes('INSERT');
}

function simpleHeading(text: string): readonly PlacedBlock[] | undefined {
  const line = text.endsWith('\n') ? text.slice(0, -1) : text;
  let level = 0;
  while (line.charCodeAt(level) === HASH) level++;
  const title = line.slice(level + 1);
  if (level > 6 || line[level] !== ' ' || title === '' || title.trim() !== title) return undefined;
  // Marks at its end may close it; a link says something else than what is written.
  if (/[#[\]]/.test(title) || isMore(title)) return undefined;
  const found = foundIn([title], 2);
  const outline = found && { heading: { title, level }, isList: false, found };
  return outline && [{ block: new SimpleBlock('heading', line, outline), offset: 0 }];
}

const HASH = 35;

function simpleParagraph(text: string): Block | undefined {
  const found = foundIn([text], 1);
  return found && new SimpleBlock('paragraph', text, found === NOTHING ? PARAGRAPH : { ...PARAGRAPH, found });
}

function simpleList(text: string): Block | undefined {
  // Most lists are words and nothing else, which is seen without cutting them.
  if (!/[[\]]/.test(text) && !mayMention(text) && !anItemMayBePlaceholder(text))
    return new SimpleBlock('list', text, LIST_OUTLINE);
  const found = foundIn(
    text.split('\n').map((line) => line.slice(2)),
    2,
  );
  return found && new SimpleBlock('list', text, found === NOTHING ? LIST_OUTLINE : { ...LIST_OUTLINE, found });
}

/** Links and ids in some texts, counted from the first fact that one of them can be; undefined where they hold more. */
function foundIn(texts: readonly string[], first: number): Outline['found'] | undefined {
  const found: Found[] = [];
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at] as string;
    if (!text.includes('[') && !text.includes(']')) {
      if (isPlaceholder(text)) return undefined;
      addMentions(found, first, text);
    } else if (mayBePlaceholder(text) || !addLinks(found, first, text)) return undefined;
  }
  return found.length === 0 ? NOTHING : found.slice();
}

/** Adds the links of a text and the ids around and in them; false where a bracket is none of a link. */
function addLinks(found: Found[], first: number, text: string): boolean {
  let at = 0;
  for (let open = text.indexOf('['); open >= 0; open = text.indexOf('[', at)) {
    const link = linkAt(text, open);
    const before = text.slice(at, open);
    if (!link || before.includes(']')) return false;
    addMentions(found, first, before);
    found.push({ key: '#link', value: link.address, fact: first + found.length });
    addMentions(found, first, link.words);
    at = link.end;
  }
  const rest = text.slice(at);
  addMentions(found, first, rest);
  return !rest.includes(']');
}

function addMentions(found: Found[], first: number, text: string): void {
  const mentions = mentionsIn(text);
  for (let at = 0; at < mentions.length; at++)
    found.push({ key: '#mention', value: (mentions[at] as Mention).id, fact: first + found.length });
}
