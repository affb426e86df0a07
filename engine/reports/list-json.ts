import type { Entity } from '../kinds/kind';
import type { DocumentRecord, Row } from '../kinds/record';
import { filledText, valueOf, valuesOf } from '../workspace/names';
import type { Snapshot } from '../workspace/snapshot';
import { placeNumbers } from './finding-rows';

const orNull = (text: string): string | null => (text === '' ? null : text);

/** `aims list --format json`: what was understood. `prefix` turns root-relative paths into the folder's. */
export function listJson(snapshots: readonly { readonly snapshot: Snapshot; readonly prefix: string }[]): string {
  const all = <Item>(read: (snapshot: Snapshot, prefix: string) => readonly Item[]): Item[] =>
    snapshots.flatMap(({ snapshot, prefix }) => read(snapshot, prefix));
  const rows = (entity: Entity) =>
    all((snapshot, prefix) => snapshot.view.rows(entity).map((row) => entityOf(snapshot, row, prefix)));
  const result = {
    version: 1,
    documents: all((snapshot, prefix) => snapshot.view.documents.map((document) => documentOf(document, prefix))),
    entities: {
      soa: all((snapshot, prefix) => decisionsOf(snapshot, prefix)),
      systems: rows('system'),
      risks: rows('risk').map(({ name: _, ...risk }) => risk),
      assessments: all((snapshot, prefix) => assessmentsOf(snapshot, prefix)),
      objectives: rows('objective'),
      suppliers: rows('supplier'),
      incidents: rows('incident'),
      nonconformities: rows('nonconformity'),
    },
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function documentOf(document: DocumentRecord, prefix: string): object {
  const { metadata } = document;
  const status = document.status === 'none' ? valueOf(metadata, 'status') : document.status;
  return {
    path: prefix + document.path,
    kind: document.kind.kind,
    recognised: document.recognised,
    title: orNull(document.title),
    owner: orNull(filledText(metadata, 'owner')),
    version: orNull(filledText(metadata, 'version')),
    status: orNull(status),
    approved_by: orNull(filledText(metadata, 'approved_by')),
    next_review: orNull(valueOf(metadata, 'next_review')),
    placeholders: countPlaceholders(document),
  };
}

/** Placeholders in prose and in fields. */
export function countPlaceholders(document: DocumentRecord): number {
  const fields = [document.metadata, ...document.rows]
    .flatMap((row) => [...row.fields.values()])
    .filter((field) => field.state === 'placeholder').length;
  return document.placeholders.length + fields;
}

function entityOf(
  snapshot: Snapshot,
  row: Row,
  prefix: string,
): { id: string; name: string | null; path: string; line: number } {
  const { path, start } = placeNumbers(snapshot, { on: 'row', row });
  return {
    id: row.id,
    name: orNull(filledText(row, 'name') || filledText(row, 'title') || filledText(row, 'objective')),
    path: prefix + path,
    line: start.line,
  };
}

function decisionsOf(snapshot: Snapshot, prefix: string): object[] {
  return snapshot.view.rows('control-decision').map((row) => {
    const { path, start } = placeNumbers(snapshot, { on: 'row', row });
    const applicable = valueOf(row, 'applicable');
    return {
      id: row.id,
      framework: row.framework === 'undecided' ? null : row.framework,
      applicable: applicable === '' ? null : applicable === 'true',
      justification: orNull(filledText(row, 'justification')),
      status: orNull(valueOf(row, 'status')),
      path: prefix + path,
      line: start.line,
    };
  });
}

function assessmentsOf(snapshot: Snapshot, prefix: string): object[] {
  return snapshot.view
    .documentsOf('ai-impact-assessment')
    .flatMap((document) =>
      valuesOf(document.metadata, 'systems').map((system) => ({ system, path: prefix + document.path })),
    );
}
