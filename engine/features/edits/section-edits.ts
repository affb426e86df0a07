import type { SectionDefinition } from '../../kinds/kind';
import type { DocumentRecord } from '../../kinds/record';
import type { WorkspaceState } from '../../workspace/snapshot';
import type { FileEdit } from './field-edits';
import { insertion } from './field-edits';
import { lineEnd, placeholder } from './yaml-text';

/** Inserts an expected section with its question and a placeholder, after the nearest expected one that comes before it. */
export function insertSection(
  state: WorkspaceState,
  document: DocumentRecord,
  wanted: SectionDefinition,
): FileEdit | undefined {
  const text = state.texts.get(document.path);
  if (!text || document.language !== 'markdown') return undefined;
  const order = document.kind.sections.map((section) => section.id);
  const place = order.indexOf(wanted.id);
  const before = document.sections.filter(
    (section) => section.expected !== undefined && order.indexOf(section.expected) < place,
  );
  const after = before.sort((a, b) => order.indexOf(a.expected ?? '') - order.indexOf(b.expected ?? '')).pop();
  const next = after ?? undefined;
  const level = document.sections.find((section) => section.expected !== undefined)?.level ?? 2;
  const eol = lineEnd(text.text);
  const { starts } = text.parsed;
  const at =
    next && next.endBlock < text.parsed.blocks.length ? (starts[next.endBlock] ?? text.text.length) : text.text.length;
  const body = [
    `${'#'.repeat(level)} ${wanted.title}`,
    '',
    `<!-- ${wanted.help} -->`,
    placeholder(wanted.title.toLowerCase()),
    '',
  ].join(eol);
  if (at >= text.text.length) {
    const lead = text.text === '' || /\n\s*\n$/.test(text.text) ? '' : text.text.endsWith('\n') ? eol : eol + eol;
    return { path: document.path, span: { start: text.text.length, end: text.text.length }, text: lead + body };
  }
  return insertion(document.path, at, body + eol);
}
