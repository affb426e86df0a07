import { headingOf } from '../facts/heading';
import type { Language } from '../facts/read-document';
import type { Block, ParsedDocument } from '../parse/block';
import type { FieldReader } from './field-reader';
import { isOwnName } from './field-table';
import type { KindDefinition, RowDefinition } from './kind';
import { needsApproval } from './metadata';
import { contradict, NO_ANCHORS, readAnchors, readHistory } from './read-document-control';
import { listDefinition, readRows } from './read-rows';
import { readProse } from './read-sections';
import type { Recognition } from './recognise';
import type { DocumentRecord, FieldValue, FilledField, MetadataConflict, Row } from './record';

/** Reads everything we know of a recognised document. */
export function readRecord(
  path: string,
  language: Language,
  parsed: ParsedDocument,
  recognition: Recognition,
  reader: FieldReader,
  defaultFramework: string | undefined,
): DocumentRecord {
  const { kind } = recognition;
  const { metadata, conflicts } = readMetadata(path, language, parsed, kind, reader);
  const prose = readProse(parsed, kind.sections, reader);
  const frameworkAt = frameworkFinder(parsed, metadata.fields.get('framework')?.text ?? '', defaultFramework, kind);
  const definitions: readonly RowDefinition[] = kind.rows;
  const { rows, tables } = readRows({ path, parsed, reader, definitions, frameworkAt });
  const heading = prose.sections.find((section) => section.level === 1) ?? prose.sections[0];
  const title = filledText(metadata, 'title') || heading?.title || '';
  const written = filledText(metadata, 'id');
  const sections = prose.sections;
  const status = statusOf(path, metadata, kind, rows, hasText(sections), prose.placeholders.length);
  const { links, undefinedLabels, mentions, placeholders, comments, phrases } = prose;
  return {
    path,
    language,
    kind,
    recognised: recognition.how,
    why: recognition.why,
    metadata,
    rows,
    entities: new Set([...rows.map(({ entity }) => entity), ...(kind.single ? [kind.single] : [])]),
    dated: collect(metadata, rows, (row) => reader.datedOf(row)),
    filled: collect(metadata, rows, (row) => reader.filledOf(row)),
    sections,
    tables,
    links,
    undefinedLabels,
    mentions,
    placeholders,
    comments,
    phrases,
    conflicts,
    history: readHistory(parsed, tables),
    anchors: language === 'markdown' ? readAnchors(parsed) : NO_ANCHORS,
    status,
    id: written || path.replace(/\.[^./]+$/, ''),
    title,
    complete: parsed.complete,
    headComplete: parsed.complete || isHeadComplete(parsed, kind),
  };
}

/** True where some section says something. */
export function hasText(sections: DocumentRecord['sections']): boolean {
  return sections.some((section) => section.content === 'filled');
}

/** What a document and its rows have, in one list. A register may have thousands of rows. */
export function collect(metadata: Row, rows: readonly Row[], of: (row: Row) => readonly FilledField[]): FilledField[] {
  const found = [...of(metadata)];
  for (const row of rows) for (const field of of(row)) found.push(field);
  return found;
}

/** A row of a register that cannot be read hides a row, and nothing that the document says about itself. */
function isHeadComplete(parsed: ParsedDocument, kind: KindDefinition): boolean {
  if (parsed.problems.some((problem) => problem.hides)) return false;
  return parsed.blocks.every(
    (block) =>
      block.kind === 'csv-row' ||
      (block.kind === 'item' && !block.frontMatter && listDefinition(kind.rows, block.context) !== undefined) ||
      block.problems.every((problem) => !problem.hides),
  );
}

function filledText(row: Row, field: string): string {
  const value = row.fields.get(field);
  return value?.state === 'filled' ? value.text : '';
}

/** Front matter (or YAML keys) first, then a Field / Value table, then lines such as `**Owner:** …`. */
function readMetadata(
  path: string,
  language: Language,
  parsed: ParsedDocument,
  kind: KindDefinition,
  reader: FieldReader,
): { metadata: Row; conflicts: MetadataConflict[] } {
  const definitions = kind.metadata;
  const table = reader.table(definitions);
  const fields = new Map<string, FieldValue>();
  const labels = new Map<string, FieldValue>();
  const conflicts: MetadataConflict[] = [];
  const take = (name: string, value: FieldValue): void => {
    const first = fields.get(name);
    if (!first) fields.set(name, value);
    else if (contradict(first, value)) conflicts.push({ field: name, other: value });
  };
  parsed.blocks.forEach((block, index) => {
    if (block.kind === 'entry' || block.kind === 'yaml') {
      for (const [name, value] of reader.mapFields(block, -1, index, definitions)) {
        // `controls:` of a Statement of Applicability are its rows, not the controls the document serves.
        const key = String(block.facts[value.at.fact]?.key ?? '');
        if (listDefinition(kind.rows, key)) continue;
        const before = fields.get(name);
        const keyBefore = before && String(parsed.blocks[before.at.block]?.facts[before.at.fact]?.key ?? '');
        if (keyBefore !== undefined && (isOwnName(value.definition, keyBefore) || !isOwnName(value.definition, key)))
          continue;
        const spread = value.state === 'empty' ? reader.readList(parsed.blocks, index, value.definition) : undefined;
        fields.set(name, spread ?? value);
      }
    }
  });
  if (language === 'markdown') {
    let ownSection = true;
    parsed.blocks.forEach((block, index) => {
      if (block.kind === 'heading') ownSection = isControlSection(block, index, parsed);
      if (block.kind === 'table-head' || block.kind === 'table-row') {
        const cells = block.facts
          .map((fact, at) => ({ fact, at }))
          .filter(({ fact }) => fact.parent === -1 && typeof fact.key === 'number');
        const field = cells.length === 2 && ownSection ? table.find(cells[0]?.fact.value ?? '') : undefined;
        if (field && cells[1]) take(field.name, reader.readCell(block, cells[1].at, index, field));
      } else if ((block.kind === 'paragraph' || block.kind === 'list') && ownSection && !block.outline) {
        for (const [name, value] of reader.mapFields(block, -1, index, definitions))
          if (!labels.has(name)) labels.set(name, value);
      }
    });
  }
  for (const [name, value] of labels) take(name, value);
  const id = fields.get('id')?.state === 'filled' ? (fields.get('id')?.value ?? '') : '';
  const metadata: Row = {
    entity: kind.single ?? 'document',
    path,
    block: 0,
    id,
    fields,
    definition: undefined,
    framework: '',
    unfilled: false,
  };
  return { metadata, conflicts };
}

/** Labels count as metadata before the first section, and under a heading about the document itself. */
function isControlSection(block: Block, index: number, parsed: ParsedDocument): boolean {
  const { title = '', level } = headingOf(block) ?? {};
  if (level === 1) return parsed.blocks.slice(0, index).every((other) => other.kind !== 'heading');
  return /document (?:control|information|properties|details|history)|metadata|approval|sign-?off|dokument(?:en)?(?:lenkung|information)|freigabe|maîtrise documentaire|control del documento|assessment (?:information|details)|system (?:information|identification|overview)|general information/i.test(
    title,
  );
}

/** The framework of ids in a table: the nearest heading that names one, the document, its default. */
function frameworkFinder(
  parsed: ParsedDocument,
  declared: string,
  fallback: string | undefined,
  kind: KindDefinition,
): (block: number) => string {
  const named: { block: number; framework: string }[] = [];
  parsed.blocks.forEach((block, index) => {
    const { title } = headingOf(block) ?? {};
    const match = title?.includes('001') ? /\b(42001|27001)\b/.exec(title) : null;
    if (match) named.push({ block: index, framework: `iso-${match[1]}` });
  });
  const own = /\b(42001|27001)\b/.exec(declared);
  const document = own ? `iso-${own[1]}` : declared.trim();
  // A kind that only exists for AI decides by itself; a Statement of Applicability never does.
  const byKind = [
    'risk-register',
    'ai-system-inventory',
    'ai-system',
    'model-register',
    'dataset-register',
    'supplier-register',
  ].includes(kind.kind)
    ? 'iso-42001'
    : undefined;
  return (block) => {
    const heading = named.filter((entry) => entry.block < block).pop();
    return heading?.framework ?? (document !== '' ? document : (byKind ?? fallback ?? 'undecided'));
  };
}

/** The status of a document: as written, or as it shows. */
export function statusOf(
  path: string,
  metadata: Row,
  kind: KindDefinition,
  rows: readonly Row[],
  hasProse: boolean,
  placeholders: number,
): DocumentRecord['status'] {
  const written = metadata.fields.get('status');
  const status = written?.state === 'filled' ? written.value : '';
  const name = (path.split('/').pop() ?? '').replace(/\.[^.]+$/, '');
  const namedTemplate =
    name.startsWith('_') || /template$/i.test(name) || /(?:^|[-_. ])(?:vorlage|plantilla)$/i.test(name);
  const inFolder = /(?:^|\/)templates?\//i.test(path);
  const unfilled =
    placeholders > 0 || (rows.length > 0 && rows.every((row) => row.unfilled)) || (rows.length === 0 && !hasProse);
  if (status === 'template' || namedTemplate || (inFolder && unfilled && status !== 'approved')) return 'template';
  const approved = ['approved_by', 'approved_on'].every((field) => metadata.fields.get(field)?.state === 'filled');
  if (status === 'draft' || status === 'in_review' || status === 'approved' || status === 'retired') return status;
  if (!needsApproval(kind)) return 'none';
  return approved ? 'approved' : 'draft';
}
