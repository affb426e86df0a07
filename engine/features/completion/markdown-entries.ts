import type { Span } from '../../text/span';
import { type CompletionEntry, choose } from './entry';
import { fieldTable, type Here, ownField } from './here';
import { proseEntries } from './prose';
import { sectionEntries } from './sections';
import { tableEntries } from './table-entries';
import { markdownTableSpot } from './table-spot';
import { valueCandidates } from './values';
import { yamlEntries } from './yaml-entries';

/** What can stand at the cursor in Markdown: front matter, heading, table cell, label line or prose. */
export function markdownEntries(here: Here): CompletionEntry[] {
  const { text, offset, trigger } = here;
  const front = frontRegion(text);
  if (front && offset >= front.start && offset <= front.end) return yamlEntries(here, front);
  if (front && offset < front.bodyStart) return [];
  const bodyStart = front?.bodyStart ?? 0;
  if (isCode(text, bodyStart, offset)) return [];
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const feed = text.indexOf('\n', offset);
  const lineEnd = (feed < 0 ? text.length : feed) - (text[feed - 1] === '\r' ? 1 : 0);
  const before = text.slice(lineStart, offset);
  if (/^#{1,6}(?:[ \t]|$)/.test(before)) {
    return trigger === '' || trigger === '#' || (trigger === ' ' && /^#+ $/.test(before))
      ? sectionEntries(here, { start: lineStart, end: lineEnd, typed: before })
      : [];
  }
  const table = markdownTableSpot(text, offset);
  if (table) return tableEntries(here, table);
  const labelled = labelEntries(here, before, lineEnd);
  if (labelled) return labelled;
  if (insideCodeSpan(before)) return [];
  return proseEntries(here, text.slice(Math.max(bodyStart, lineStart - 200), offset));
}

/** Values behind `**Owner:**` and the like. */
function labelEntries(here: Here, before: string, lineEnd: number): CompletionEntry[] | undefined {
  const match = /^\s*(?:[-*]\s+)?(?:\*\*([^*:]{2,40}):?\*\*:?|([A-Z][\w ]{1,30}):)[ \t]*(.*)$/.exec(before);
  if (!match) return undefined;
  const field = fieldTable(here.state, here.document.kind.metadata).find(match[1] ?? match[2] ?? '');
  if (!field) return undefined;
  const typed = match[3] ?? '';
  const candidates = valueCandidates(here, ownField(here.document, field), typed);
  if (!candidates || (here.trigger !== '' && here.trigger !== ' ' && here.trigger !== '.')) return undefined;
  const lead = /[:*]$/.test(before) ? ' ' : '';
  const end = here.offset + here.text.slice(here.offset, lineEnd).trimEnd().length;
  return choose(
    candidates,
    typed,
    { start: here.offset - typed.length, end: Math.max(end, here.offset) },
    (candidate) => ({ text: lead + (candidate.value ?? candidate.label) }),
  );
}

/** The YAML of the front matter, closed or not; offsets in the text. */
export function frontRegion(text: string): (Span & { readonly bodyStart: number }) | undefined {
  const open = /^---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!open) return undefined;
  const start = open[0].length;
  const close = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(text.slice(start));
  if (close)
    return { start, end: Math.max(start, start + close.index - 1), bodyStart: start + close.index + close[0].length };
  if (!/^\s*[A-Za-z_][\w .-]*:/.test(text.slice(start, start + 400))) return undefined;
  const blank = /\n[ \t]*\r?\n/.exec(text.slice(start));
  const end = blank ? start + blank.index : text.length;
  return { start, end, bodyStart: end };
}

/** True in a fenced block, in indented code after a blank line, and in a comment. */
function isCode(text: string, bodyStart: number, offset: number): boolean {
  const before = text.slice(bodyStart, offset);
  let fence = '';
  for (const match of before.matchAll(/^ {0,3}(`{3,}|~{3,})[^\n]*/gm)) {
    const marks = match[1] ?? '';
    if (fence === '') fence = marks;
    else if (marks[0] === fence[0] && marks.length >= fence.length && match[0].trim() === marks) fence = '';
  }
  if (fence !== '') return true;
  return before.lastIndexOf('<!--') > before.lastIndexOf('-->');
}

function insideCodeSpan(before: string): boolean {
  return (before.match(/`/g)?.length ?? 0) % 2 === 1;
}
