import type { Entity } from '../kinds/kind';
import type { DocumentRecord, Row } from '../kinds/record';
import type { Span } from '../text/span';
import { filledText, valueOf } from '../workspace/names';
import { onRow } from '../workspace/places';
import type { SnapshotText, WorkspaceState } from '../workspace/snapshot';
import { rowsAt } from './things/block-things';

/** An entry of a document's outline. */
export interface OutlineEntry {
  readonly name: string;
  readonly detail: string;
  readonly sort: 'heading' | 'list' | Entity;
  readonly span: Span;
  /** The name itself. */
  readonly selection: Span;
  readonly children: readonly OutlineEntry[];
}

/** The headings of a document as a tree, and its rows under the heading or list they stand in. */
export function documentSymbols(state: WorkspaceState, path: string): readonly OutlineEntry[] {
  const text = state.texts.get(path);
  const document = text?.record;
  if (!text || !document) return [];
  const rows = document.rows.map((row) => ({ row, entry: rowEntry(state, text, document, row) }));
  const first = document.sections[0]?.block ?? Number.POSITIVE_INFINITY;
  const inSections = rows.filter(({ row }) => row.block >= first);
  const headings = headingEntries(
    text,
    document,
    inSections.map(({ entry }) => entry),
  );
  return [
    ...listEntries(
      text,
      rows.filter(({ row }) => row.block < first),
    ),
    ...headings,
  ];
}

interface Growing extends Omit<OutlineEntry, 'children'> {
  readonly level: number;
  readonly children: OutlineEntry[];
}

function headingEntries(text: SnapshotText, document: DocumentRecord, rows: readonly OutlineEntry[]): OutlineEntry[] {
  const top: OutlineEntry[] = [];
  const open: Growing[] = [];
  let next = 0;
  const place = (until: number): void => {
    for (; (rows[next]?.span.start ?? Number.POSITIVE_INFINITY) < until; next++) {
      const row = rows[next] as OutlineEntry;
      // A row that is a heading with labels below is that heading.
      const own = open.at(-1);
      if (own?.span.start === row.span.start)
        Object.assign(own, { name: row.name, detail: row.detail, sort: row.sort });
      else (own?.children ?? top).push(row);
    }
  };
  for (const section of document.sections) {
    const { start, end } = blockSpan(text, section.block);
    place(start);
    while ((open.at(-1)?.level ?? 0) >= section.level) open.pop();
    const last = blockSpan(text, section.endBlock - 1).end;
    const entry: Growing = {
      name: section.title || '(no title)',
      detail: section.content === 'filled' ? '' : section.content,
      sort: 'heading',
      span: { start, end: Math.max(end, last) },
      selection: { start, end },
      level: section.level,
      children: [],
    };
    (open.at(-1)?.children ?? top).push(entry);
    open.push(entry);
  }
  place(Number.POSITIVE_INFINITY);
  return top;
}

/** Rows of YAML and CSV, below the key of their list where there is one. */
function listEntries(
  text: SnapshotText,
  rows: readonly { readonly row: Row; readonly entry: OutlineEntry }[],
): OutlineEntry[] {
  const lists = new Map<string, OutlineEntry[]>();
  const keys = new Map<string, Span>();
  for (const { row, entry } of rows) {
    const list = text.parsed.blocks[row.block]?.kind === 'item' ? (row.definition?.list ?? '') : '';
    const known = lists.get(list);
    if (known) known.push(entry);
    else {
      lists.set(list, [entry]);
      // The list begins at its key, behind comments: that line is what an editor keeps in view above the rows.
      const key = text.parsed.blocks[row.block - 1];
      const start = (text.parsed.starts[row.block - 1] ?? 0) + (key?.spans[0] ?? 0);
      keys.set(list, key?.kind === 'entry' ? { start, end: start } : entry.span);
    }
  }
  return [...lists].flatMap(([name, children]) => {
    const [head, last] = [children[0], children.at(-1)];
    if (name === '' || !head || !last) return children;
    const { start } = keys.get(name) ?? head.span;
    const span = { start, end: last.span.end };
    const detail = `${children.length}`;
    return [{ name, detail, sort: 'list' as const, span, selection: { start, end: start }, children }];
  });
}

function rowEntry(state: WorkspaceState, text: SnapshotText, document: DocumentRecord, row: Row): OutlineEntry {
  const selection = state.spanOf(onRow(row));
  const whole = blockSpan(text, row.block);
  const shared = rowsAt(document, row.block).length > 1;
  const span = shared ? fieldsSpan(text, row, selection) : whole;
  const title = filledText(row, 'name') || filledText(row, 'title') || state.view.catalogue.controls.get(row.id)?.title;
  const name = [row.id, title ?? ''].filter((part) => part !== '').join(' ') || (row.definition?.title ?? '(row)');
  const detail = row.unfilled ? 'empty' : (valueOf(row, 'status') || valueOf(row, 'lifecycle')).replace(/_/g, ' ');
  return {
    name,
    detail,
    sort: row.entity,
    span: { start: Math.min(span.start, selection.start), end: Math.max(span.end, selection.end) },
    selection,
    children: [],
  };
}

function blockSpan(text: SnapshotText, block: number): Span {
  const start = text.parsed.starts[block] ?? 0;
  return { start, end: start + (text.parsed.blocks[block]?.text.trimEnd().length ?? 0) };
}

/** From the first to the last field of a row that shares its block with others. */
function fieldsSpan(text: SnapshotText, row: Row, selection: Span): Span {
  let { start, end } = selection;
  for (const { at } of row.fields.values()) {
    const block = text.parsed.blocks[row.block + at.block];
    const base = text.parsed.starts[row.block + at.block] ?? 0;
    if (!block) continue;
    start = Math.min(start, base + (block.spans[4 * at.fact] ?? 0));
    end = Math.max(end, base + (block.spans[4 * at.fact + 3] ?? 0));
  }
  return { start, end };
}
