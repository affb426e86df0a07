import type { DocumentRecord } from '../../kinds/record';
import { createMarkdownParser } from '../../parse/markdown';
import { isInForce } from '../../workspace/evidence';
import type { Snapshot } from '../../workspace/snapshot';

const MOST_PARAGRAPHS = 2;

/** The documents that say what the management system covers: those in force, else all that count. */
export function scopeDocuments({ view }: Snapshot): readonly DocumentRecord[] {
  const all = view.documentsOf('aims-scope').filter((document) => !view.isSuperseded(document));
  const inForce = all.filter((document) => isInForce(view, document));
  return inForce.length > 0 ? inForce : all;
}

/** The first paragraphs of the section that says what is covered, in its own words without markup; none where there are none. */
export function scopeWords(snapshot: Snapshot, document: DocumentRecord): readonly string[] {
  const blocks = snapshot.texts.get(document.path)?.parsed.blocks ?? [];
  const parse = createMarkdownParser();
  for (const section of document.sections) {
    if (section.expected !== 'boundaries' || section.content !== 'filled') continue;
    const paragraphs = blocks
      .slice(section.block + 1, section.endBlock)
      .filter(({ kind }) => kind === 'paragraph')
      .slice(0, MOST_PARAGRAPHS)
      .map(({ text }) => wordsOf(parse(text)).replace(/\s+/g, ' ').trim());
    if (paragraphs.length > 0) return paragraphs;
  }
  return [];
}

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

/** The words of a piece of Markdown; HTML in it is left out. */
function wordsOf({ type, value = '', children = [] }: Node): string {
  if (type === 'text' || type === 'inlineCode') return value;
  return type === 'break' ? ' ' : children.map(wordsOf).join('');
}
