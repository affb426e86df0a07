import { needsApproval } from '../../kinds/metadata';
import type { DocumentRecord, Row } from '../../kinds/record';
import { isDraft } from '../../workspace/document-status';
import type { Report } from '../../workspace/finding';
import { isFilled, push } from '../../workspace/names';
import { onRow } from '../../workspace/places';
import { documentName, enumerate, fieldLabel, rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

/** What a more specific rule says with better words, by entity. */
const SAID_ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  'control-decision': ['applicable', 'justification', 'owner', 'status'],
  risk: ['owner', 'treatment', 'level', 'residual', 'accepted_by', 'accepted_on'],
  system: ['owner', 'purpose', 'lifecycle', 'roles', 'scope_reason', 'suppliers', 'human_oversight'],
  treatment: ['action', 'owner', 'due'],
  model: ['version'],
  dataset: ['provenance'],
  supplier: ['responsibilities', 'contract'],
  objective: ['owner', 'measure', 'target', 'actions', 'resources', 'due', 'evaluation'],
  metric: ['method', 'frequency', 'owner'],
  role: ['holder'],
  competence: ['evidence'],
  nonconformity: ['cause', 'action', 'owner', 'due', 'effectiveness'],
  decision: ['owner', 'due'],
  assessment: ['decision'],
};

/** Beyond what a kind demands itself: what a document of its class is expected to say. Each entry is one demand; any of its names will do. */
const CLASS_DEMANDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  governing: [['version'], ['owner'], ['next_review', 'review_cycle', 'last_reviewed']],
  record: [['date', 'held_on', 'assessed_on', 'approved_on', 'reviewed', 'planned']],
};

export default defineRule({
  id: 'document/missing-field',
  scope: 'document',
  severity: 'warning',
  references: ['7.5.2'],
  messages: {
    row: '{row} does not say: {missing}. Add it, so that the entry can be understood on its own.',
    document: '{document} does not say: {missing}. Add it at the top of the document.',
    unfilled:
      '{count} of the {total} rows here are not filled in yet{first}. Fill them in or take them out; until then they count for nothing.',
    unfilledOne: '{row} is not filled in yet. Fill it in or take it out; until then it counts for nothing.',
  },
  *check(document) {
    const missing = document.headComplete ? missingInDocument(document) : [];
    if (missing.length > 0) {
      const at = onRow(document.metadata);
      yield { at, message: 'document', data: { document: documentName(document), missing: enumerate(missing) } };
    }
    // A quotation mark left open in a CSV swallows cells of the row it stands in.
    if (document.language === 'csv' && !document.complete) return;
    const unfilled = new Map<string, Row[]>();
    for (const row of document.rows) {
      if (row.unfilled) {
        push(unfilled, row.definition?.list ?? '', row);
        continue;
      }
      const report = missingInRow(document, row);
      if (report) yield report;
    }
    for (const rows of unfilled.values()) yield* reportUnfilled(document, rows);
  },
});

function missingInDocument(document: DocumentRecord): string[] {
  const { metadata, kind, status } = document;
  // Nothing is asked of a CSV or a list without anything above it: there is no place for it.
  if (document.language === 'csv' || metadata.fields.size === 0) return [];
  const skipped = SAID_ELSEWHERE[metadata.entity] ?? [];
  const missing: string[] = [];
  for (const definition of kind.metadata) {
    const due =
      definition.requiredFrom === 'draft' ||
      (definition.requiredFrom === 'approved' && (status === 'approved' || !needsApproval(kind)));
    if (
      !due ||
      definition.name.startsWith('approved_') ||
      skipped.includes(definition.name) ||
      has(metadata, definition.name)
    )
      continue;
    if (!needsApproval(kind) && definition.requiredFrom === 'approved' && status === 'draft') continue;
    missing.push(fieldLabel(definition));
  }
  // A record that is a list of dated entries has its dates there.
  const dated = kind.class === 'record' && document.rows.some((row) => isFilled(row, 'date'));
  const demands =
    dated || (kind.class === 'governing' && status !== 'approved') ? [] : (CLASS_DEMANDS[kind.class] ?? []);
  for (const names of demands) {
    if (names.some((name) => has(metadata, name))) continue;
    const known = names.flatMap((name) => kind.metadata.find((definition) => definition.name === name) ?? []);
    const labels = known.map(fieldLabel);
    if (labels.some((label) => missing.includes(label))) continue;
    missing.push(...labels.slice(0, 1));
  }
  missing.push(...missingParts(document).filter((part) => !missing.includes(part)));
  return missing;
}

/** What an audit report owes beside its facts, as a fact or as a section; findings also as rows. */
function missingParts(document: DocumentRecord): string[] {
  const { kind, sections, metadata } = document;
  if (kind.kind !== 'audit-report' || document.language !== 'markdown' || !document.complete) return [];
  const structured = sections.filter(({ level }) => level > 1).length > 1;
  if (!structured || isDraft(document)) return [];
  return kind.sections
    .filter(({ id }) => {
      const written = sections.some(({ expected, content }) => expected === id && content !== 'empty');
      return !written && !has(metadata, id) && !(id === 'findings' && document.rows.length > 0);
    })
    .map(({ title }) => title.toLowerCase());
}

function missingInRow(document: DocumentRecord, row: Row): Report | undefined {
  const skipped = SAID_ELSEWHERE[row.entity] ?? [];
  const missing = (row.definition?.fields ?? []).filter((definition) => {
    const due =
      definition.requiredFrom === 'draft' || (definition.requiredFrom === 'approved' && document.status === 'approved');
    return due && !skipped.includes(definition.name) && !has(row, definition.name);
  });
  // A row that has its name in the place of its id, or the other way round, is named well enough.
  const named = ['id', 'name', 'title'].filter((name) => isFilled(row, name)).length > 0;
  const asked = missing.filter(({ name }) => !(named && (name === 'name' || name === 'title')));
  if (asked.length === 0) return undefined;
  return {
    at: onRow(row),
    message: 'row',
    data: { row: rowName(row), missing: enumerate(asked.map(fieldLabel)) },
  };
}

/** Filled, or a placeholder: what still is one is reported where it stands. */
function has(row: Row, name: string): boolean {
  const state = row.fields.get(name)?.state;
  return state === 'filled' || state === 'placeholder';
}

function* reportUnfilled(document: DocumentRecord, rows: readonly Row[]): Generator<Report, void, void> {
  const [first] = rows;
  // A control without a decision is said at the control.
  if (!first || first.entity === 'control-decision' || first.entity === 'document-entry') return;
  const total = document.rows.filter((row) => row.definition === first.definition).length;
  // A register that nobody has started is not a mistake; one with gaps looks like one.
  const severity = rows.length === total ? ('information' as const) : ('warning' as const);
  const data = { row: rowName(first), first: first.id === '' ? '' : ` (first ${first.id})`, count: rows.length, total };
  yield { at: onRow(first), message: rows.length === 1 ? 'unfilledOne' : 'unfilled', data, severity };
}
